package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

/// One parameter of a function: `name: annotation = defaultValue`.
///
/// Its span ends before the default value, which is evaluated outside of the function.
public record Parameter(
        Mark mark, String name, @Nullable Expression annotation, @Nullable Expression defaultValue)
        implements Node {}
