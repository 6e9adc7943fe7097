package dev.pareto.source.module;

import dev.pareto.source.Span;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.tree.Node;

import org.jspecify.annotations.Nullable;

/// A name as the walk over the tree meets it, before it is known which variable it means.
///
/// @param name mangled, if it is a class's private name
/// @param role why it belongs to the scope where it is looked up; null when it is only used
/// @param scope where it stands
/// @param lookup where the search begins: elsewhere only for `:=` in a comprehension
record Mention(
        String name,
        Access access,
        @Nullable Role role,
        Span span,
        Node node,
        Scope scope,
        Scope lookup) {}
