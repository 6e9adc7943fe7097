package dev.pareto.source.module;

import dev.pareto.source.Span;
import dev.pareto.source.tree.Node;

/// One place where a variable's name stands.
///
/// @param span of the name alone
/// @param node what holds the name: a `Name`, else the parameter, alias, definition, handler,
///   pattern, type parameter or declaration
/// @param scope where it stands; not always the scope of the variable
public record NameUse(Access access, Span span, Node node, Scope scope) {}
