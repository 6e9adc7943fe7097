package dev.pareto.profiler;

import dev.pareto.profile.EngineKind;
import dev.pareto.python.PythonSources;
import dev.pareto.python.StopSignal;

import java.nio.file.Path;

/// The engines that there are, and which one is taken when nobody asks for a certain one.
@SuppressWarnings("DoNotCallSuggester")
public final class Engines {
    /// @param sources must stay open longer than this; @param cache a folder of ours for what was
    ///   found out about interpreters
    public Engines(PythonSources sources, Path cache) {}

    /// The engine of a kind.
    ///
    /// @throws IllegalArgumentException when nothing here can run it, as for [EngineKind#IMPORTED]
    public Engine engine(EngineKind kind) {
        throw new IllegalStateException("not built yet");
    }

    /// Profiles with the best engine that works here; the profile's notes say why it is not the
    /// first choice, where it is not.
    public Profiled automatic(ProfileRequest request, StopSignal stop, ProfileProgress progress)
            throws InterruptedException {
        throw new IllegalStateException("not built yet");
    }
}
