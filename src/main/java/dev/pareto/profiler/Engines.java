package dev.pareto.profiler;

import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Profile;
import dev.pareto.python.PythonSources;
import dev.pareto.python.StopSignal;
import dev.pareto.python.ToolEnvironments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The engines that there are, and which one is taken when nobody asks for a certain one.
public final class Engines {
    private static final List<EngineKind> BY_PREFERENCE =
            List.of(EngineKind.OUTSIDE, EngineKind.SAMPLER_THREAD, EngineKind.CPROFILE);

    private final Map<EngineKind, Engine> engines = new LinkedHashMap<>();

    /// @param sources must stay open longer than this; @param cache a folder of ours for what was
    ///   found out about interpreters; @param environments where the packages of engines are
    public Engines(PythonSources sources, Path cache, ToolEnvironments environments) {
        for (Engine engine :
                List.of(
                        new OutsideEngine(sources, cache),
                        new SamplerThreadEngine(sources),
                        new CProfileEngine(sources),
                        new LinesEngine(EngineKind.LINE_PROFILER, sources, environments),
                        new LinesEngine(EngineKind.MEMORY_PROFILER, sources, environments),
                        new TracemallocEngine(sources))) {
            engines.put(engine.kind(), engine);
        }
    }

    /// The engine of a kind.
    ///
    /// @throws IllegalArgumentException when nothing here can run it, as for [EngineKind#IMPORTED]
    public Engine engine(EngineKind kind) {
        Engine engine = engines.get(kind);
        if (engine == null) {
            throw new IllegalArgumentException("No engine for " + kind.id());
        }
        return engine;
    }

    /// Profiles with the best engine that works here; the profile's notes say why it is not the
    /// first choice, where it is not.
    public Profiled automatic(ProfileRequest request, StopSignal stop, ProfileProgress progress)
            throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (EngineKind kind : BY_PREFERENCE) {
            Engine engine = engines.get(kind);
            if (engine == null) {
                continue;
            }
            switch (engine.profile(request, stop, progress)) {
                case Profiled.Unavailable(String reason) -> reasons.add(reason);
                case Profiled.Done done -> {
                    return reasons.isEmpty() ? done : withNotes(done, reasons);
                }
            }
        }
        return new Profiled.Unavailable(String.join(" ", reasons));
    }

    private static Profiled withNotes(Profiled.Done done, List<String> reasons) {
        Profile p = done.profile();
        List<String> notes = new ArrayList<>(reasons);
        notes.addAll(p.notes());
        return new Profiled.Done(p.withNotes(notes), done.ended(), done.files());
    }
}
