package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// `except type as name:` and what it does.
///
/// @param type null for a bare `except:`
public record ExceptHandler(
        Mark mark, @Nullable Expression type, @Nullable String name, List<Statement> body)
        implements Node {}
