package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

/// `context as target` in a with statement.
public record WithItem(Mark mark, Expression context, @Nullable Expression target)
        implements Node {}
