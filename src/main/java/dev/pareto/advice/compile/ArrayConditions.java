package dev.pareto.advice.compile;

import dev.pareto.source.tree.BooleanOperator;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.BoolOp;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.UnaryOp;
import dev.pareto.source.tree.UnaryOperator;

import java.util.List;
import java.util.stream.IntStream;

/// Writes conditions for blocks of items. All parts are computed for all items: none of them can
/// fail, so that `and` and `or` need not stop early.
///
/// @param code of the numbers that are compared
record ArrayConditions(ArrayCode code) {
    /// How loosely a comparison binds.
    private static final int COMPARISON = 9;

    /// A condition.
    Term truth(Expression test) {
        return switch (test) {
            case BoolOp it ->
                    it.values().stream()
                            .map(this::truth)
                            .reduce(
                                    (one, other) ->
                                            code.called(
                                                    it.operator() == BooleanOperator.AND
                                                            ? "numpy.logical_and"
                                                            : "numpy.logical_or",
                                                    NumberKind.TRUTH,
                                                    List.of(one, other)))
                            .orElseThrow();
            case UnaryOp it when it.operator() == UnaryOperator.NOT -> not(truth(it.operand()));
            case Compare it -> compared(it);
            default -> {
                Term value = code.number(test);
                yield new Term(
                        value.within(COMPARISON - 1) + " != 0",
                        COMPARISON,
                        NumberKind.TRUTH,
                        value.varies(),
                        1,
                        value.cost() + 0.5);
            }
        };
    }

    Term not(Term test) {
        return code.called("numpy.logical_not", NumberKind.TRUTH, List.of(test));
    }

    Term and(Term one, Term other) {
        return code.called("numpy.logical_and", NumberKind.TRUTH, List.of(one, other));
    }

    private Term compared(Compare it) {
        Expression left = it.left();
        List<Expression> parts = it.comparators();
        return IntStream.range(0, parts.size())
                .mapToObj(
                        i ->
                                compared(
                                        i == 0 ? left : parts.get(i - 1),
                                        it.operators().get(i),
                                        parts.get(i)))
                .reduce(this::and)
                .orElseThrow();
    }

    private Term compared(Expression left, ComparisonOperator operator, Expression right) {
        boolean known =
                switch (operator) {
                    case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
                    case IS, IS_NOT, IN, NOT_IN -> false;
                };
        if (!known) {
            return code.foreign("it uses " + operator.symbol());
        }
        Term one = code.number(left);
        Term other = code.number(right);
        return new Term(
                one.within(COMPARISON - 1)
                        + " "
                        + operator.symbol()
                        + " "
                        + other.within(COMPARISON - 1),
                COMPARISON,
                NumberKind.TRUTH,
                one.varies() || other.varies(),
                1,
                one.cost() + other.cost() + 0.5);
    }
}
