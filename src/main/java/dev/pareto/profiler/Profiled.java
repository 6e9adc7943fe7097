package dev.pareto.profiler;

import dev.pareto.profile.Profile;
import dev.pareto.python.Ended;

/// What came of profiling.
public sealed interface Profiled {
    /// A profile, whole or (after a stop, crash or limit) partial; `ended` says how the run itself
    /// ended.
    record Done(Profile profile, Ended ended) implements Profiled {}

    /// This engine cannot work here; the reason says what is missing and what to do.
    record Unavailable(String reason) implements Profiled {}
}
