package dev.pareto.cli;

import dev.pareto.quantity.WallTime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `pareto improve` made of an improvement.
///
/// @param written files; none when nothing was confirmed
/// @param targetReached true without a target
record ImproveOutcome(List<Path> written, boolean targetReached, WallTime took) {
    ImproveOutcome {
        written = List.copyOf(written);
    }

    /// The file, or the first of several.
    Optional<Path> out() {
        return written.stream().findFirst();
    }
}
