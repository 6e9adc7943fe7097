package dev.pareto.advice.loop;

import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Recognises what a loop collects.
///
/// How many times as fast the builtin is was measured on CPython 3.10 to 3.13 with 10,000 items;
/// the ranges are the smallest and the largest of these.
final class LoopShapes {
    private static final Set<String> WHOLE = Set.of("int", "bool");
    private static final Set<String> PLAIN =
            Set.of("int", "bool", "str", "bytes", "float", "NoneType");
    private static final Set<String> SEQUENCES = Set.of("list", "tuple");
    static final Set<String> PURE = Set.of("len", "abs", "ord", "int", "str", "type", "bool");

    private final CollectingLoop loop;

    LoopShapes(CollectingLoop loop) {
        this.loop = loop;
    }

    Optional<Collected> shape() {
        return sum().or(this::appended)
                .or(this::flag)
                .or(() -> new CounterShape(loop).shape())
                .or(this::largest);
    }

    private Optional<Statement> only() {
        return loop.body().size() == 1 ? Optional.of(loop.body().getFirst()) : Optional.empty();
    }

    /// `total = 0`, `total += x`
    private Optional<Collected> sum() {
        if (!(only().orElse(null) instanceof AugAssign it)
                || it.operator() != BinaryOperator.ADD
                || !loop.isCollected(it.target())
                || !(loop.initial() instanceof Constant(_, Literal.Int(var first)))) {
            return Optional.empty();
        }
        if (loop.condition() != null) {
            return Optional.of(count(it.value(), loop.condition(), first.signum() == 0));
        }
        String rest = first.signum() == 0 ? "" : ", " + first;
        String items = loop.element(loop.loop().iterable());
        if (loop.isItem(it.value())) {
            return Optional.of(sum("sum(" + items + rest + ")", it.value(), 2.5, 4.5));
        }
        return loop.builtinOfItem(it.value())
                .filter(name -> PURE.contains(name.name()))
                .map(
                        name ->
                                sum(
                                        "sum(map(%s, %s)%s)".formatted(name.name(), items, rest),
                                        it.value(),
                                        1.3,
                                        2.9))
                .or(
                        () ->
                                Optional.of(
                                        new Collected.Slower(
                                                "sum() of values that are computed one by one was"
                                                        + " measured at 1.0 to 1.2 times the speed"
                                                        + " of such a loop")));
    }

    private static Collected sum(String code, Expression value, double low, double high) {
        return new Collected.Shorter(
                "Let sum() add up",
                code,
                "",
                List.of(value),
                WHOLE,
                Set.of(),
                low,
                high,
                List.of(value),
                "sum() may add in another way (floats are compensated from 3.12 on), so the result"
                        + " may differ");
    }

    /// `count = 0`, `if x == y: count += 1`
    private Collected count(Expression step, Expression condition, boolean fromZero) {
        Optional<Expression> sought = sought(condition);
        boolean one = step instanceof Constant(_, Literal.Int(var n)) && n.intValue() == 1;
        if (sought.isEmpty() || !one || !fromZero) {
            return new Collected.Slower(
                    "sum() with a condition was measured at 1.0 to 1.1 times the speed of such a"
                            + " loop");
        }
        return compared(
                "Let count() count",
                "%s.count(%s)"
                        .formatted(loop.text(loop.loop().iterable()), loop.text(sought.get())),
                condition,
                1.05,
                1.9);
    }

    private Collected compared(
            String title, String code, Expression condition, double low, double high) {
        Compare comparison = (Compare) condition;
        if (!(loop.loop().iterable() instanceof Name)) {
            return new Collected.Slower("what it goes through has no name to ask");
        }
        return new Collected.Shorter(
                title,
                code,
                "",
                List.of(comparison.left(), comparison.comparators().getFirst()),
                PLAIN,
                SEQUENCES,
                low,
                high,
                List.of(condition),
                "which may compare in its own way");
    }

    /// What the item is compared with, when that stays the same.
    private Optional<Expression> sought(Expression condition) {
        if (!(condition instanceof Compare it)
                || it.operators().size() != 1
                || it.operators().getFirst() != ComparisonOperator.EQUAL) {
            return Optional.empty();
        }
        Expression right = it.comparators().getFirst();
        Expression other = loop.isItem(it.left()) ? right : it.left();
        boolean item = loop.isItem(it.left()) || loop.isItem(right);
        boolean steady =
                (other instanceof Constant || other instanceof Name) && !loop.isItem(other);
        return item && steady ? Optional.of(other) : Optional.empty();
    }

    /// `found = False`, `if x == y: found = True; break`
    private Optional<Collected> flag() {
        boolean flag =
                loop.condition() != null
                        && loop.body().size() == 2
                        && loop.body().getLast() instanceof Break
                        && loop.body().getFirst() instanceof Assign it
                        && it.targets().size() == 1
                        && loop.isCollected(it.targets().getFirst())
                        && isTruth(it.value(), true)
                        && isTruth(loop.initial(), false);
        if (!flag || loop.condition() == null) {
            return Optional.empty();
        }
        Expression condition = loop.condition();
        return Optional.of(
                sought(condition)
                        .map(
                                it ->
                                        compared(
                                                "Ask with in",
                                                loop.text(it)
                                                        + " in "
                                                        + loop.text(loop.loop().iterable()),
                                                condition,
                                                1.0,
                                                1.8))
                        .orElseGet(
                                () ->
                                        new Collected.Slower(
                                                "any() was measured at half the speed of a loop"
                                                        + " that ends early")));
    }

    private static boolean isTruth(Expression value, boolean truth) {
        return value instanceof Constant(_, Literal.Bool(var it)) && it == truth;
    }

    /// `items = []`, `items.append(x)`
    private Optional<Collected> appended() {
        if (!(only().orElse(null) instanceof Expr(_, Call call))
                || !(call.function() instanceof Attribute method)
                || !method.attribute().equals("append")
                || !loop.isCollected(method.value())
                || call.arguments().size() != 1
                || call.arguments().getFirst() instanceof Starred
                || !call.keywords().isEmpty()
                || !(loop.initial() instanceof ListDisplay list && list.elements().isEmpty())) {
            return Optional.empty();
        }
        Expression value = call.arguments().getFirst();
        boolean plain = loop.condition() == null && loop.isItem(value);
        String items = loop.element(loop.loop().iterable());
        String clause = loop.condition() == null ? "" : " if " + loop.inClause(loop.condition());
        String code =
                plain
                        ? "list(" + items + ")"
                        : "[%s for %s in %s%s]"
                                .formatted(
                                        loop.element(value),
                                        loop.text(loop.loop().target()),
                                        loop.inClause(loop.loop().iterable()),
                                        clause);
        return Optional.of(
                new Collected.Shorter(
                        plain ? "Copy with list()" : "Write it as a comprehension",
                        code,
                        "",
                        List.of(value),
                        Set.of(),
                        Set.of(),
                        plain ? 2 : 1,
                        plain ? 6 : 1.55,
                        loop.condition() == null
                                ? List.of(value)
                                : List.of(value, loop.condition()),
                        ""));
    }

    /// `best = items[0]`, `if x > best: best = x`
    private Optional<Collected> largest() {
        boolean found =
                loop.condition() instanceof Compare it
                        && it.operators().size() == 1
                        && only().orElse(null) instanceof Assign assign
                        && assign.targets().size() == 1
                        && loop.isCollected(assign.targets().getFirst())
                        && loop.isItem(assign.value())
                        && (loop.isCollected(it.left())
                                || loop.isCollected(it.comparators().getFirst()));
        return found
                ? Optional.of(
                        new Collected.Slower(
                                "max() and min() were measured at 0.7 to 1.6 times the speed of"
                                        + " such a loop"))
                : Optional.empty();
    }
}
