package dev.pareto.profiler;

import dev.pareto.profile.EngineKind;
import dev.pareto.python.LauncherException;
import dev.pareto.python.PythonSources;
import dev.pareto.python.StopSignal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A thread inside the program that looks at all stacks every two milliseconds: for machines where
/// sampling from outside is impossible. Its lines are approximate.
final class SamplerThreadEngine implements Engine {
    private static final String PAUSE_SECONDS = "0.002";

    private final Path tool;

    SamplerThreadEngine(PythonSources sources) {
        tool = sources.file("stacks.py");
    }

    @Override
    public EngineKind kind() {
        return EngineKind.SAMPLER_THREAD;
    }

    @Override
    public Profiled profile(ProfileRequest request, StopSignal stop, ProfileProgress progress)
            throws InterruptedException {
        try (var run = ToolRun.of(tool, _ -> List.of(PAUSE_SECONDS), request, stop, progress)) {
            var stacks = ToolRecords.last(run.records(), "stacks");
            var files = new CodeFiles(request.workspace().root());
            return run.done(new StackProfile(stacks, files, run.ended()).profile(), Map.of());
        } catch (LauncherException e) {
            return new Profiled.Unavailable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Profiled.Unavailable(
                    "The samples could not be written or read (" + e + "). Is the disk full?");
        }
    }
}
