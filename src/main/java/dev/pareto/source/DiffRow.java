package dev.pareto.source;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One row of two texts side by side.
///
/// @param left null where only the right text has a line
/// @param right null where only the left text has a line
public record DiffRow(Kind kind, @Nullable Side left, @Nullable Side right) {
    /// How the two sides of a row relate.
    public enum Kind {
        SAME,
        /// Only on the right.
        ADDED,
        /// Only on the left.
        REMOVED,
        /// On both sides, but not equal.
        CHANGED
    }

    /// A line of one of the texts.
    ///
    /// @param line from 1
    /// @param text without the line end
    /// @param changed the words that the other side does not have, as offsets in this line; only in
    ///   changed rows, and empty there when the lines differ in their ends alone
    public record Side(int line, String text, List<Span> changed) {}
}
