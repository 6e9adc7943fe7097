package dev.pareto.profiler;

import dev.pareto.quantity.WallTime;

/// Told while a profile runs; called on the profiling thread, a few times a second.
public interface ProfileProgress {
    ProfileProgress NONE = (phase, elapsed, samples) -> {};

    void at(Phase phase, WallTime elapsed, long samples);

    /// What the engine does now.
    enum Phase {
        PREPARING,
        RUNNING,
        BUILDING
    }
}
