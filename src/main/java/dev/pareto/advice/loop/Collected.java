package dev.pareto.advice.loop;

import dev.pareto.source.tree.Expression;

import java.util.List;
import java.util.Set;

/// What a collecting loop could be written as.
sealed interface Collected {
    /// A builtin gives the same.
    ///
    /// @param title verb first; @param code that gives the collected value; @param imported a class
    ///   of `collections` that it needs, empty for none
    /// @param asked expressions of which types decide; @param types that they may give
    /// @param items whether the iterable must be of a known kind: for such a one the code is the
    ///   same
    /// @param low how many times as fast, at least; @param high at most
    /// @param evaluated for each item
    /// @param why clause for a value of another type, after its name
    record Shorter(
            String title,
            String code,
            String imported,
            List<Expression> asked,
            Set<String> types,
            Set<String> items,
            double low,
            double high,
            List<Expression> evaluated,
            String why)
            implements Collected {}

    /// It could be written shorter, but would not be faster.
    record Slower(String reason) implements Collected {}
}
