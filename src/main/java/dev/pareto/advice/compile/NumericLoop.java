package dev.pareto.advice.compile;

import dev.pareto.advice.rule.Code;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Starred;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.AugAssign;
import dev.pareto.source.tree.Statement.Continue;
import dev.pareto.source.tree.Statement.Expr;
import dev.pareto.source.tree.Statement.For;
import dev.pareto.source.tree.Statement.If;
import dev.pareto.source.tree.Statement.Pass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An innermost loop that computes with numbers and does nothing but add up, count or append.
///
/// @param items what it goes through
/// @param steps values that have a name of their own for each item, in their order
/// @param updates at least one
record NumericLoop(Code code, For loop, Items items, List<Assign> steps, List<Update> updates) {
    NumericLoop {
        steps = List.copyOf(steps);
        updates = List.copyOf(updates);
    }

    /// Empty for loops that do anything else.
    static Optional<NumericLoop> of(For loop, Code code) {
        if (loop.async() || !loop.otherwise().isEmpty()) {
            return Optional.empty();
        }
        return Items.of(loop, code.module())
                .flatMap(
                        items -> {
                            var reading = new Reading();
                            return reading.read(loop.body(), List.of(), true)
                                            && !reading.updates.isEmpty()
                                    ? Optional.of(
                                            new NumericLoop(
                                                    code,
                                                    loop,
                                                    items,
                                                    reading.steps,
                                                    reading.updates))
                                    : Optional.<NumericLoop>empty();
                        })
                .filter(NumericLoop::isPlain);
    }

    ParsedModule module() {
        return code.module();
    }

    /// Everything that is evaluated for an item.
    Stream<Expression> evaluated() {
        return Stream.concat(
                steps.stream().map(Assign::value),
                updates.stream()
                        .flatMap(
                                it ->
                                        Stream.concat(
                                                it.conditions().stream()
                                                        .map(Update.Condition::test),
                                                Stream.of(it.value()))));
    }

    /// Each variable has one part to play, and what is taken in is not read meanwhile.
    private boolean isPlain() {
        Set<Binding> bound = new HashSet<>();
        for (Name name : items.bound()) {
            if (!module().binding(name).map(bound::add).orElse(false)) {
                return false;
            }
        }
        for (Assign step : steps) {
            Name name = (Name) step.targets().getFirst();
            if (!module().binding(name).map(bound::add).orElse(false)) {
                return false;
            }
        }
        Set<Binding> taking = new HashSet<>();
        for (Update update : updates) {
            Optional<Binding> target = module().binding(update.target());
            if (target.isEmpty() || bound.contains(target.get())) {
                return false;
            }
            boolean again = !taking.add(target.get());
            if (again && update.how() == Update.How.APPEND) {
                return false;
            }
        }
        return evaluated()
                        .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                        .noneMatch(it -> isOneOf(it, taking))
                && Stream.concat(Stream.of(loop.iterable()), loop.iterable().descendants().stream())
                        .noneMatch(it -> isOneOf(it, taking) || isOneOf(it, bound));
    }

    private boolean isOneOf(Node node, Set<Binding> bindings) {
        return node instanceof Name name
                && module().binding(name).filter(bindings::contains).isPresent();
    }

    /// Reads the body of a loop.
    private static final class Reading {
        private final List<Assign> steps = new ArrayList<>();
        private final List<Update> updates = new ArrayList<>();

        /// @param always whether the statements are executed for each item
        boolean read(
                List<Statement> statements, List<Update.Condition> conditions, boolean always) {
            List<Update.Condition> here = new ArrayList<>(conditions);
            for (Statement statement : statements) {
                boolean known =
                        switch (statement) {
                            case Pass _ -> true;
                            case Assign it -> always && here.isEmpty() && isStep(it);
                            case AugAssign it -> isSum(it, here);
                            case Expr it -> isAppend(it, here);
                            case If it when isSkip(it) -> {
                                here.add(new Update.Condition(it.test(), false));
                                yield always;
                            }
                            case If it ->
                                    read(it.body(), with(here, it.test(), true), false)
                                            && read(
                                                    it.otherwise(),
                                                    with(here, it.test(), false),
                                                    false);
                            default -> false;
                        };
                if (!known) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isSkip(If it) {
            return it.otherwise().isEmpty()
                    && it.body().size() == 1
                    && it.body().getFirst() instanceof Continue;
        }

        private static List<Update.Condition> with(
                List<Update.Condition> conditions, Expression test, boolean holds) {
            List<Update.Condition> all = new ArrayList<>(conditions);
            all.add(new Update.Condition(test, holds));
            return all;
        }

        private boolean isStep(Assign it) {
            boolean named = it.targets().size() == 1 && it.targets().getFirst() instanceof Name;
            return named && updates.isEmpty() && steps.add(it);
        }

        private boolean isSum(AugAssign it, List<Update.Condition> conditions) {
            boolean adds = it.operator() == BinaryOperator.ADD;
            if (!(it.target() instanceof Name name)
                    || (!adds && it.operator() != BinaryOperator.SUBTRACT)) {
                return false;
            }
            return updates.add(
                    new Update(
                            conditions,
                            name,
                            adds ? Update.How.ADD : Update.How.SUBTRACT,
                            it.value()));
        }

        private boolean isAppend(Expr statement, List<Update.Condition> conditions) {
            return statement.value() instanceof Call call
                    && call.function() instanceof Attribute(_, Name list, var method, _)
                    && method.equals("append")
                    && call.keywords().isEmpty()
                    && call.arguments().size() == 1
                    && !(call.arguments().getFirst() instanceof Starred)
                    && updates.add(
                            new Update(
                                    conditions,
                                    list,
                                    Update.How.APPEND,
                                    call.arguments().getFirst()));
        }
    }
}
