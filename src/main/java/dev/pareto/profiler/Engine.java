package dev.pareto.profiler;

import dev.pareto.profile.EngineKind;
import dev.pareto.python.StopSignal;

/// One way to profile. Stateless between calls; blocks until the run is over.
public interface Engine {
    EngineKind kind();

    /// Runs the program once (or, when it is too short, several times) and builds its profile.
    ///
    /// A stop request ends the run; what was seen until then is returned as an incomplete profile.
    Profiled profile(ProfileRequest request, StopSignal stop, ProfileProgress progress)
            throws InterruptedException;
}
