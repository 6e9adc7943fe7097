package dev.pareto.ui.functions;

import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Frame;

import org.jspecify.annotations.Nullable;

/// A row below the table.
sealed interface NeighbourRow {
    /// "Callers", and what the shares are parts of.
    record Heading(String text, String detail) implements NeighbourRow {}

    /// A caller or a callee, or the function itself.
    ///
    /// @param frame null for the function itself
    record Entry(
            @Nullable Frame frame, String name, CodeFile.Owner owner, String time, String share)
            implements NeighbourRow {}
}
