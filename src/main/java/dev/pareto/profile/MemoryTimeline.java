package dev.pareto.profile;

import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.WallTime;

import java.util.List;

/// Resident memory over the run.
///
/// @param peak as the kernel reports it at the end
public record MemoryTimeline(Bytes peak, List<Point> points) {
    public MemoryTimeline {
        points = List.copyOf(points);
    }

    /// Resident memory at one moment after the start.
    public record Point(WallTime at, Bytes resident) {}
}
