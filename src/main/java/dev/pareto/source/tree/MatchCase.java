package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// `case pattern if guard:` and what it does.
public record MatchCase(
        Mark mark, Pattern pattern, @Nullable Expression guard, List<Statement> body)
        implements Node {}
