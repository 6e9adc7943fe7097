package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Await;
import dev.pareto.source.tree.Expression.BoolOp;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Comprehending;
import dev.pareto.source.tree.Expression.IfExp;
import dev.pareto.source.tree.Expression.Lambda;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.NamedExpr;
import dev.pareto.source.tree.Expression.Yield;
import dev.pareto.source.tree.Node;

import java.util.List;
import java.util.stream.Stream;

/// When, and whether, parts of a statement are evaluated.
final class Evaluation {
    private Evaluation() {}

    /// Whether anything with effects is evaluated before the piece.
    static boolean isAfterCalls(Expression piece, List<Node> parts) {
        return parts.stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                .filter(it -> it.span().end() <= piece.span().start())
                .anyMatch(it -> it instanceof Call || it instanceof NamedExpr);
    }

    static boolean mayWrite(Call call, Expression piece) {
        return !piece.span().contains(call.span())
                && !(call.function() instanceof Name name
                        && (name.name().equals("print") || KnownCalls.isPureBuiltin(name.name())))
                && !(call.function() instanceof Attribute it && it.attribute().equals("append"));
    }

    static boolean isConditional(Node node) {
        return switch (node) {
            case Lambda _, Comprehending _, BoolOp _, IfExp _, Await _, NamedExpr _, Yield _ ->
                    true;
            case Compare it -> it.operators().size() > 1;
            default -> false;
        };
    }
}
