package dev.pareto.advice.loop;

import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Recognises a loop that counts how often each key comes.
final class CounterShape {
    private static final Set<String> NO_MAPPINGS =
            Set.of(
                    "list",
                    "tuple",
                    "str",
                    "bytes",
                    "range",
                    "set",
                    "frozenset",
                    "dict_values",
                    "dict_keys",
                    "generator",
                    "map",
                    "filter",
                    "enumerate",
                    "zip");
    private static final Set<String> PURE_METHODS =
            Set.of("lower", "upper", "strip", "lstrip", "rstrip", "casefold", "title");

    private final CollectingLoop loop;

    CounterShape(CollectingLoop loop) {
        this.loop = loop;
    }

    private @Nullable Statement only() {
        return loop.body().size() == 1 ? loop.body().getFirst() : null;
    }

    /// `counts = {}`, `counts[x] = counts.get(x, 0) + 1` and its like
    Optional<Collected> shape() {
        boolean empty = loop.initial() instanceof DictDisplay it && it.entries().isEmpty();
        Optional<Expression> key = empty ? key() : Optional.empty();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String items = loop.element(loop.loop().iterable());
        Expression value = key.get();
        if (!(loop.loop().target() instanceof Name)) {
            return Optional.empty();
        }
        Optional<String> mapped =
                loop.isItem(value)
                        ? Optional.of(items)
                        : loop.builtinOfItem(value)
                                .filter(name -> LoopShapes.PURE.contains(name.name()))
                                .map(name -> "map(%s, %s)".formatted(name.name(), items));
        boolean quick = mapped.isPresent();
        if (!quick && !isPure(value)) {
            return Optional.of(
                    new Collected.Slower("the key is computed by code that is not looked at"));
        }
        String counted =
                mapped.orElseGet(
                        () ->
                                "%s for %s in %s"
                                        .formatted(
                                                loop.element(value),
                                                loop.text(loop.loop().target()),
                                                loop.inClause(loop.loop().iterable())));
        return Optional.of(
                new Collected.Shorter(
                        "Let Counter count",
                        "dict(%s(" + counted.replace("%", "%%") + "))",
                        "Counter",
                        List.of(value),
                        Set.of(),
                        NO_MAPPINGS,
                        quick ? 1.35 : 1.05,
                        quick ? 2.4 : 1.45,
                        List.of(value),
                        ""));
    }

    /// The key under which one is added.
    private Optional<Expression> key() {
        if (loop.condition() == null
                && only() instanceof Assign it
                && it.targets().size() == 1
                && it.targets().getFirst() instanceof Subscript item
                && loop.isCollected(item.value())
                && it.value() instanceof BinOp sum
                && sum.operator() == BinaryOperator.ADD
                && isInt(sum.right(), 1)
                && isGet(sum.left(), item.index())) {
            return Optional.of(item.index());
        }
        return only() instanceof If it && loop.condition() == null
                ? ofBranches(it)
                : Optional.empty();
    }

    /// `if x in counts: counts[x] += 1` with `else: counts[x] = 1`
    private Optional<Expression> ofBranches(If choice) {
        if (!(choice.test() instanceof Compare test)
                || test.operators().size() != 1
                || !loop.isCollected(test.comparators().getFirst())
                || choice.body().size() != 1
                || choice.otherwise().size() != 1) {
            return Optional.empty();
        }
        boolean asks = test.operators().getFirst() == ComparisonOperator.IN;
        boolean asksNot = test.operators().getFirst() == ComparisonOperator.NOT_IN;
        Statement there = asks ? choice.body().getFirst() : choice.otherwise().getFirst();
        Statement missing = asks ? choice.otherwise().getFirst() : choice.body().getFirst();
        boolean counts =
                (asks || asksNot)
                        && there instanceof AugAssign add
                        && add.operator() == BinaryOperator.ADD
                        && isEntry(add.target(), test.left())
                        && isInt(add.value(), 1)
                        && missing instanceof Assign first
                        && first.targets().size() == 1
                        && isEntry(first.targets().getFirst(), test.left())
                        && isInt(first.value(), 1);
        return counts ? Optional.of(test.left()) : Optional.empty();
    }

    private boolean isEntry(Expression target, Expression key) {
        return target instanceof Subscript item
                && loop.isCollected(item.value())
                && loop.text(item.index()).equals(loop.text(key));
    }

    private boolean isGet(Expression value, Expression key) {
        return value instanceof Call call
                && call.function() instanceof Attribute method
                && method.attribute().equals("get")
                && loop.isCollected(method.value())
                && call.keywords().isEmpty()
                && call.arguments().size() == 2
                && loop.text(call.arguments().getFirst()).equals(loop.text(key))
                && isInt(call.arguments().getLast(), 0);
    }

    private static boolean isInt(Expression value, int wanted) {
        return value instanceof Constant(_, Literal.Int(var it))
                && it.bitLength() < 31
                && it.intValue() == wanted;
    }

    /// Whether it may be evaluated once instead of twice.
    private boolean isPure(Expression value) {
        return Stream.concat(Stream.<Node>of(value), value.descendants().stream())
                .allMatch(
                        it ->
                                switch (it) {
                                    case Name _,
                                            Constant _,
                                            Subscript _,
                                            Slice _,
                                            BinOp _,
                                            TupleDisplay _ ->
                                            true;
                                    case Attribute attribute ->
                                            PURE_METHODS.contains(attribute.attribute())
                                                    && !loop.code()
                                                            .own()
                                                            .defines(attribute.attribute());
                                    case Call call ->
                                            call.function() instanceof Attribute
                                                    || loop.builtinOfItem(call)
                                                            .filter(
                                                                    n ->
                                                                            LoopShapes.PURE
                                                                                    .contains(
                                                                                            n
                                                                                                    .name()))
                                                            .isPresent();
                                    default -> false;
                                });
    }
}
