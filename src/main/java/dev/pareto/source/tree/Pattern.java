package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a `case` matches.
public sealed interface Pattern extends Node {
    /// A value that is compared: `404`, `Colour.RED`.
    record MatchValue(Mark mark, Expression value) implements Pattern {}

    /// `None`, `True` or `False`.
    record MatchSingleton(Mark mark, Literal value) implements Pattern {}

    /// `[a, b, *rest]`
    record MatchSequence(Mark mark, List<Pattern> patterns) implements Pattern {}

    /// `{key: pattern, **rest}`
    record MatchMapping(
            Mark mark, List<Expression> keys, List<Pattern> patterns, @Nullable String rest)
            implements Pattern {}

    /// `Class(pattern, name=pattern)`
    record MatchClass(
            Mark mark,
            Expression type,
            List<Pattern> patterns,
            List<String> keywordNames,
            List<Pattern> keywordPatterns)
            implements Pattern {}

    /// `*rest` in a sequence; no name for `*_`.
    record MatchStar(Mark mark, @Nullable String name) implements Pattern {}

    /// `pattern as name`, or `name` alone, or `_` (neither).
    record MatchAs(Mark mark, @Nullable Pattern pattern, @Nullable String name)
            implements Pattern {}

    /// `a | b`
    record MatchOr(Mark mark, List<Pattern> patterns) implements Pattern {}
}
