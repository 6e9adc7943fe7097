package dev.pareto.ui.compare;

import dev.pareto.profile.LineCost;
import dev.pareto.quantity.Share;
import dev.pareto.source.DiffRow;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A row of the two sources.
sealed interface SourceRow {
    /// Lines beside each other; one side may have none.
    record Pair(DiffRow.Kind kind, @Nullable Line left, @Nullable Line right)
            implements SourceRow {}

    /// Lines that are the same on both sides, folded.
    ///
    /// @param from index of the first among all rows of the file
    record Fold(int from, int count) implements SourceRow {}

    /// One line of a source.
    ///
    /// @param number from 1
    /// @param cost in that variant's profile; null where none was seen; @param share of its run
    record Line(
            int number, List<Segment> segments, @Nullable LineCost cost, @Nullable Share share) {
        public Line {
            segments = List.copyOf(segments);
        }

        /// The whole line.
        String text() {
            return segments.stream()
                    .map(Segment::text)
                    .collect(java.util.stream.Collectors.joining());
        }
    }
}
