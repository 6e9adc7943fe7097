package dev.pareto.ui.memory;

import dev.pareto.profile.MemoryTimeline;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.WallTime;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;

/// The peak as the kernel counts it.
///
/// @param at when it was seen; null where it fell between two looks, so that no look saw it
record MemoryPeak(Bytes bytes, @Nullable WallTime at) {
    /// How far below the kernel's peak a look may be that still counts as the peak.
    private static final double NEAR = 0.98;

    static MemoryPeak of(MemoryTimeline timeline) {
        return timeline.points().stream()
                .max(Comparator.comparing(MemoryTimeline.Point::resident))
                .map(
                        highest -> {
                            long seen = highest.resident().count();
                            long peak = Math.max(seen, timeline.peak().count());
                            return new MemoryPeak(
                                    new Bytes(peak), seen >= NEAR * peak ? highest.at() : null);
                        })
                .orElse(new MemoryPeak(timeline.peak(), null));
    }
}
