package dev.pareto.cli;

import dev.pareto.quantity.WallTime;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `pareto improve` made of an improvement.
///
/// @param place file or folder with the result; null when nothing was confirmed, so that nothing
///   was written
/// @param targetReached true without a target
record ImproveOutcome(
        @Nullable Path place, List<Path> written, boolean targetReached, WallTime took) {
    ImproveOutcome {
        written = List.copyOf(written);
    }

    Optional<Path> out() {
        return Optional.ofNullable(place);
    }
}
