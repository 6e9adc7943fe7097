package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.KeyPath;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BooleanOperator;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.BoolOp;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Comprehending;
import dev.pareto.source.tree.Expression.GeneratorExp;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.TupleDisplay;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Break;
import dev.pareto.source.tree.Statement.Continue;
import dev.pareto.source.tree.Statement.For;
import dev.pareto.source.tree.Statement.If;
import dev.pareto.source.tree.Statement.Return;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A loop that does something for those items only that have a certain key.
///
/// @param loop a `for` or a clause of a comprehension
/// @param names the variables of the loop
/// @param test all of the condition; @param guards its parts before @param equality the part that
///   asks for the key; @param rest its parts behind
/// @param block the `if` that the condition belongs to; null in a comprehension
/// @param key of an item; @param sought what it is compared with
/// @param first whether the loop ends at the first item with the key
/// @param trouble why an index could not do the same; empty where it could
record KeySearch(
        Node loop,
        Expression iterable,
        List<Name> names,
        Expression test,
        List<PlainGuard> guards,
        Compare equality,
        List<Expression> rest,
        @Nullable If block,
        KeyPath key,
        KeyPath sought,
        boolean first,
        String trouble) {
    private static final String OTHERS = "it does something for the other items, too";
    private static final String GUARDED =
            "another condition comes first, and may keep items away that have no such key";

    KeySearch {
        names = List.copyOf(names);
        guards = List.copyOf(guards);
        rest = List.copyOf(rest);
    }

    /// Empty for other loops.
    static Optional<KeySearch> of(Node node, Code code) {
        return switch (node) {
            case For it when !it.async() && it.body().getFirst() instanceof If block ->
                    ofLoop(it, block, code);
            case Comprehension it when !it.async() && !it.conditions().isEmpty() ->
                    ofClause(it, code);
            default -> Optional.empty();
        };
    }

    private static Optional<KeySearch> ofLoop(For loop, If block, Code code) {
        boolean skips =
                block.body().size() == 1
                        && block.body().getFirst() instanceof Continue
                        && block.otherwise().isEmpty()
                        && loop.body().size() > 1;
        boolean only = loop.body().size() == 1 && block.otherwise().isEmpty();
        Statement last = skips ? loop.body().getLast() : block.body().getLast();
        boolean ends = last instanceof Break || last instanceof Return;
        return names(loop.target())
                .flatMap(
                        names ->
                                of(
                                        loop,
                                        loop.iterable(),
                                        names,
                                        block.test(),
                                        skips
                                                ? ComparisonOperator.NOT_EQUAL
                                                : ComparisonOperator.EQUAL,
                                        block,
                                        ends,
                                        skips || only ? "" : OTHERS,
                                        code));
    }

    private static Optional<KeySearch> ofClause(Comprehension clause, Code code) {
        ParsedModule module = code.module();
        Comprehending all = (Comprehending) module.parent(clause).orElseThrow();
        boolean ends =
                all instanceof GeneratorExp
                        && all.generators().getLast().is(clause)
                        && clause.conditions().size() == 1
                        && clause.conditions().getFirst() instanceof Compare
                        && module.parent(all).orElseThrow() instanceof Call call
                        && call.function() instanceof Name name
                        && name.name().equals("next");
        return names(clause.target())
                .flatMap(
                        names ->
                                of(
                                        clause,
                                        clause.iterable(),
                                        names,
                                        clause.conditions().getFirst(),
                                        ComparisonOperator.EQUAL,
                                        null,
                                        ends,
                                        "",
                                        code));
    }

    /// `item`, `key, value`
    private static Optional<List<Name>> names(Expression target) {
        return switch (target) {
            case Name it -> Optional.of(List.of(it));
            case TupleDisplay it when it.elements().stream().allMatch(Name.class::isInstance) ->
                    Optional.of(it.elements().stream().map(Name.class::cast).toList());
            default -> Optional.empty();
        };
    }

    private static Optional<KeySearch> of(
            Node loop,
            Expression iterable,
            List<Name> names,
            Expression test,
            ComparisonOperator operator,
            @Nullable If block,
            boolean first,
            String trouble,
            Code code) {
        List<Expression> conditions =
                test instanceof BoolOp it
                                && it.operator() == BooleanOperator.AND
                                && operator == ComparisonOperator.EQUAL
                        ? it.values()
                        : List.of(test);
        @Nullable KeySearch constant = null;
        @Nullable KeySearch guarded = null;
        for (int i = 0; i < conditions.size(); i++) {
            Optional<Equality> found = equality(conditions.get(i), operator, names, code);
            if (found.isEmpty()) {
                continue;
            }
            // A comprehension may need other names where the index is made.
            List<PlainGuard> guards =
                    conditions.subList(0, block == null ? 0 : i).stream()
                            .flatMap(it -> PlainGuard.of(it, names, code).stream())
                            .toList();
            boolean plain = guards.size() == i;
            KeySearch search =
                    new KeySearch(
                            loop,
                            iterable,
                            names,
                            test,
                            guards,
                            found.get().equality(),
                            conditions.subList(i + 1, conditions.size()),
                            block,
                            found.get().key(),
                            found.get().sought(),
                            first && conditions.size() == 1,
                            plain ? trouble : GUARDED);
            if (plain && search.sought().name().isPresent()) {
                return Optional.of(search);
            }
            constant = i == 0 ? search : constant;
            guarded = guarded == null ? search : guarded;
        }
        return Optional.ofNullable(constant == null ? guarded : constant);
    }

    private record Equality(Compare equality, KeyPath key, KeyPath sought) {}

    private static Optional<Equality> equality(
            Expression condition, ComparisonOperator operator, List<Name> names, Code code) {
        if (!(condition instanceof Compare equality)
                || equality.operators().size() != 1
                || equality.operators().getFirst() != operator) {
            return Optional.empty();
        }
        Expression left = equality.left();
        Expression right = equality.comparators().getFirst();
        boolean ofItem = isOfItem(left, names, code.module());
        if (ofItem == isOfItem(right, names, code.module())) {
            return Optional.empty();
        }
        Optional<KeyPath> key = KeyPath.of(ofItem ? left : right);
        Optional<KeyPath> sought = KeyPath.of(ofItem ? right : left);
        return key.flatMap(it -> sought.map(other -> new Equality(equality, it, other)));
    }

    /// Whether any variable of the loop stands in it.
    private static boolean isOfItem(Expression side, List<Name> names, ParsedModule module) {
        List<Binding> own = names.stream().flatMap(it -> module.bindingOf(it).stream()).toList();
        return Stream.concat(Stream.of(side), side.descendants().stream())
                .anyMatch(
                        it ->
                                it instanceof Name name
                                        && module.binding(name).filter(own::contains).isPresent());
    }

    boolean isClause() {
        return block == null;
    }

    /// Whether the body begins after a `continue`.
    boolean skips() {
        return equality.operators().getFirst() == ComparisonOperator.NOT_EQUAL;
    }

    /// Where the part of the condition begins that an index stands for.
    int start() {
        Expression start = guards.isEmpty() ? equality : guards.getFirst().condition();
        return start.span().start();
    }

    /// The steps from an item to its key, as a question names them.
    String keySteps() {
        String steps = key.steps();
        if (names.size() == 1) {
            return steps;
        }
        String name = key.name().orElseThrow().name();
        int index = names.stream().map(Name::name).toList().indexOf(name);
        return "#" + index + (steps.isEmpty() ? "" : "\n" + steps);
    }
}
