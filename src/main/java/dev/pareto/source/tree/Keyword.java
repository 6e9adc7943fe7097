package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

/// `name=value` in a call or a class head.
///
/// @param name null for `**value`
public record Keyword(Mark mark, @Nullable String name, Expression value) implements Node {}
