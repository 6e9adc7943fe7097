package dev.pareto.profiler;

import dev.pareto.profile.Observations;
import dev.pareto.python.Ended;

/// What came of a run with probes.
public sealed interface Observed {
    /// What was seen until the program ended, was stopped, or all was known; `ended` says how the
    /// run ended.
    record Done(Observations observations, Ended ended) implements Observed {}

    /// Nothing could be observed; the reason says what is missing and what to do.
    record Unavailable(String reason) implements Observed {}
}
