package dev.pareto.source.tree;

import dev.pareto.source.Span;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A node of the syntax tree.
///
/// Kinds and fields are those of Python's `ast`, so its documentation holds here too, with few
/// differences: `async` forms are a flag of the plain form, a parameter carries its own default
/// value, operators are enums, and parentheses are in no node's span (there as here). Compare by
/// [#is(Node)] and use [#id()] as a key: a record's `equals` compares whole subtrees.
public sealed interface Node
        permits Module,
                Statement,
                Expression,
                Pattern,
                Parameter,
                TypeParameter,
                Comprehension,
                Keyword,
                Alias,
                WithItem,
                ExceptHandler,
                MatchCase {
    Mark mark();

    /// Unique in its tree, from 0 without gaps.
    default int id() {
        return mark().id();
    }

    /// Whether it is the same node of the same tree; cheaper than `equals`, which compares
    /// subtrees.
    default boolean is(Node other) {
        return id() == other.id();
    }

    /// The text that the node was read from, without parentheses around it.
    ///
    /// Python gives no positions for [Comprehension], [WithItem] and [MatchCase]: there it reaches
    /// from the first to the last of their parts. In an f-string see `ParsedModule.hasExactSpan`.
    default Span span() {
        return new Span(mark().start(), mark().end());
    }

    /// The line it starts on, from 1. Decorators come before.
    default int line() {
        return mark().line();
    }

    /// The nodes directly below, in the order of the source.
    default List<Node> children() {
        return Children.of(this);
    }

    /// All nodes below, this one left out, in the order of the source: a parent comes before its
    /// children.
    default List<Node> descendants() {
        List<Node> found = new ArrayList<>();
        Deque<Node> waiting = new ArrayDeque<>(children());
        while (!waiting.isEmpty()) {
            Node next = waiting.pop();
            found.add(next);
            next.children().reversed().forEach(waiting::push);
        }
        return found;
    }
}
