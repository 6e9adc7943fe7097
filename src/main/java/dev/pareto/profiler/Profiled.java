package dev.pareto.profiler;

import dev.pareto.profile.Profile;
import dev.pareto.python.Ended;

import java.util.Map;

/// What came of profiling.
public sealed interface Profiled {
    /// A profile, whole or (after a stop, crash or limit) partial; `ended` says how the run itself
    /// ended.
    ///
    /// @param files that the tool itself wrote, for other programs: name → content, as in
    ///   "table.prof"
    record Done(Profile profile, Ended ended, Map<String, byte[]> files) implements Profiled {
        public Done {
            files = Map.copyOf(files);
        }

        public Done(Profile profile, Ended ended) {
            this(profile, ended, Map.of());
        }
    }

    /// This engine cannot work here; the reason says what is missing and what to do.
    record Unavailable(String reason) implements Profiled {}
}
