package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.source.Span;
import dev.pareto.source.TextEdit;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.TupleDisplay;
import dev.pareto.source.tree.Expression.UnaryOp;
import dev.pareto.source.tree.Node;

import java.util.List;
import java.util.Optional;

/// `x in ["a", "b"]` becomes `x in {"a", "b"}`, which the compiler makes once for ever.
final class LiteralLookup {
    private final Code code;

    LiteralLookup(Code code) {
        this.code = code;
    }

    /// Empty where an item is no constant: then the set would be made anew each time.
    Optional<SetPlan> fix(Compare compare, Expression display, List<Expression> items) {
        Span span = display.span();
        if (items.isEmpty()
                || !items.stream().allMatch(LiteralLookup::isConstant)
                || !code.module().hasExactSpan(compare)
                || "[(".indexOf(code.source().text().charAt(span.start())) < 0) {
            return Optional.empty();
        }
        List<TextEdit> braces =
                List.of(
                        TextEdit.replace(new Span(span.start(), span.start() + 1), "{"),
                        TextEdit.replace(new Span(span.end() - 1, span.end()), "}"));
        return Optional.of(
                new SetPlan(
                        code,
                        code.path() + " " + compare.id(),
                        "Ask a set of constants",
                        List.of(new SetPlan.Lookup(compare, braces)),
                        List.of(),
                        List.of(),
                        List.of(Condition.proved("The items are constants")),
                        true,
                        ""));
    }

    private static boolean isConstant(Node item) {
        return switch (item) {
            case Constant _ -> true;
            case UnaryOp it -> it.operand() instanceof Constant;
            case TupleDisplay it -> it.elements().stream().allMatch(LiteralLookup::isConstant);
            default -> false;
        };
    }
}
