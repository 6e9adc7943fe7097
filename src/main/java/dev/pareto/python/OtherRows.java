package dev.pareto.python;

import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.ExceptHandler;
import dev.pareto.source.tree.Keyword;
import dev.pareto.source.tree.Mark;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Parameter;
import dev.pareto.source.tree.Pattern;
import dev.pareto.source.tree.Pattern.*;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.TypeParameter.*;

import org.jspecify.annotations.Nullable;

/// Makes nodes that are neither statement nor expression of their rows.
final class OtherRows {
    private OtherRows() {}

    /// Null when the kind is unknown.
    static @Nullable Node read(String kind, Mark mark, NodeFields in) {
        AnswerTokens plain = in.plain();
        return switch (kind) {
            case "arg" -> new Parameter(mark, plain.string(), in.expressionOrNull(), null);
            case "keyword" -> new Keyword(mark, plain.stringOrNull(), in.expression());
            case "alias" -> new Alias(mark, plain.string(), plain.stringOrNull());
            case "ExceptHandler" ->
                    new ExceptHandler(
                            mark,
                            in.expressionOrNull(),
                            plain.stringOrNull(),
                            in.nodes(Statement.class));
            case "MatchValue" -> new MatchValue(mark, in.expression());
            case "MatchSingleton" -> new MatchSingleton(mark, Literals.read(plain));
            case "MatchSequence" -> new MatchSequence(mark, in.nodes(Pattern.class));
            case "MatchMapping" ->
                    new MatchMapping(
                            mark, in.expressions(), in.nodes(Pattern.class), plain.stringOrNull());
            case "MatchClass" ->
                    new MatchClass(
                            mark,
                            in.expression(),
                            in.nodes(Pattern.class),
                            plain.strings(),
                            in.nodes(Pattern.class));
            case "MatchStar" -> new MatchStar(mark, plain.stringOrNull());
            case "MatchAs" -> new MatchAs(mark, in.nodeOrNull(Pattern.class), plain.stringOrNull());
            case "MatchOr" -> new MatchOr(mark, in.nodes(Pattern.class));
            case "TypeVar" ->
                    new TypeVar(mark, plain.string(), in.expressionOrNull(), in.expressionOrNull());
            case "ParamSpec" -> new ParamSpec(mark, plain.string(), in.expressionOrNull());
            case "TypeVarTuple" -> new TypeVarTuple(mark, plain.string(), in.expressionOrNull());
            default -> null;
        };
    }
}
