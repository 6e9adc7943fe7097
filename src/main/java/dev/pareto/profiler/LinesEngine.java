package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.EngineKind;
import dev.pareto.python.LauncherException;
import dev.pareto.python.PythonSources;
import dev.pareto.python.StopSignal;
import dev.pareto.python.ToolEnvironments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Functions line by line: times by line_profiler, or memory by memory_profiler. The package is
/// that of the program's interpreter, else that of our environment; without it a stand-in counts in
/// the same way, and the profile's notes say so.
///
/// Looked at are the functions that the request picks; where it picks none, those marked with
/// `@profile`, or all own ones where none is.
final class LinesEngine implements Engine {
    /// What `python -m line_profiler` opens; a pickle, which is never read here.
    static final String TIMINGS = "lines.lprof";

    private final EngineKind kind;
    private final Path tool;
    private final ToolEnvironments environments;

    /// @param kind [EngineKind#LINE_PROFILER] or [EngineKind#MEMORY_PROFILER]
    LinesEngine(EngineKind kind, PythonSources sources, ToolEnvironments environments) {
        this.kind = kind;
        this.environments = environments;
        tool = sources.file("lines.py");
    }

    @Override
    public EngineKind kind() {
        return kind;
    }

    @Override
    public Profiled profile(ProfileRequest request, StopSignal stop, ProfileProgress progress)
            throws InterruptedException {
        try (var run = ToolRun.of(tool, folder -> plan(request, folder), request, stop, progress)) {
            JsonNode record = ToolRecords.last(run.records(), "lines");
            var files = new CodeFiles(request.workspace().root());
            return run.done(
                    new LineProfile(kind, record, files, run.ended()).profile(),
                    written(run.folder().path()));
        } catch (LauncherException e) {
            return new Profiled.Unavailable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Profiled.Unavailable(
                    "What was seen of the lines could not be written or read ("
                            + e
                            + "). Is the disk full?");
        }
    }

    private List<String> plan(ProfileRequest request, Path folder) {
        return List.of(
                kind == EngineKind.LINE_PROFILER ? "time" : "memory",
                request.workspace().root().toString(),
                environments
                        .packages(request.workspace().program().interpreter())
                        .map(Path::toString)
                        .orElse(""),
                folder.toString(),
                request.workspace().program().root().toString(),
                request.picked().stream()
                        .map(place -> place.path() + "\t" + place.line())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    private static Map<String, byte[]> written(Path folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : List.of(TIMINGS, "lines.txt", "memory.txt")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return files;
    }
}
