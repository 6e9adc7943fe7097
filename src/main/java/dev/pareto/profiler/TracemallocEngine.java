package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.EngineKind;
import dev.pareto.python.LauncherException;
import dev.pareto.python.PythonSources;
import dev.pareto.python.StopSignal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// tracemalloc: the interpreter's own book of all objects, by the line that made them. Exact for
/// Python's heap, silent about memory that libraries get elsewhere, and says nothing about time.
final class TracemallocEngine implements Engine {
    /// The name of the table among the files of [Profiled.Done].
    static final String TABLE = "tracemalloc.txt";

    /// Deep enough to find an own line above the usual libraries; each frame costs time.
    private static final String FRAMES = "12";

    private final Path tool;

    TracemallocEngine(PythonSources sources) {
        tool = sources.file("heap.py");
    }

    @Override
    public EngineKind kind() {
        return EngineKind.TRACEMALLOC;
    }

    @Override
    public Profiled profile(ProfileRequest request, StopSignal stop, ProfileProgress progress)
            throws InterruptedException {
        Path root = request.workspace().root();
        List<String> plan = List.of(root.toString(), FRAMES);
        try (var run = ToolRun.of(tool, _ -> plan, request, stop, progress)) {
            JsonNode record = ToolRecords.last(run.records(), "heap");
            var heap = new HeapProfile(record, new CodeFiles(root), run.ended());
            return run.done(
                    heap.profile(), Map.of(TABLE, heap.table().getBytes(StandardCharsets.UTF_8)));
        } catch (LauncherException e) {
            return new Profiled.Unavailable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Profiled.Unavailable(
                    "What tracemalloc saw could not be written or read ("
                            + e
                            + "). Is the disk full?");
        }
    }
}
