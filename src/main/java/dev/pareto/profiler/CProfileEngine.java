package dev.pareto.profiler;

import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Profile;
import dev.pareto.python.LauncherException;
import dev.pareto.python.PythonSources;
import dev.pareto.python.StopSignal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// cProfile: counts every call, and times it, with the interpreter's own C tracer. Its file is the
/// one that `python -m cProfile -o` writes.
final class CProfileEngine implements Engine {
    /// The name of the table among the files of [Profiled.Done].
    static final String TABLE = "table.prof";

    private final Path tool;

    CProfileEngine(PythonSources sources) {
        tool = sources.file("calls.py");
    }

    @Override
    public EngineKind kind() {
        return EngineKind.CPROFILE;
    }

    @Override
    public Profiled profile(ProfileRequest request, StopSignal stop, ProfileProgress progress)
            throws InterruptedException {
        try (var run =
                ToolRun.of(
                        tool,
                        folder ->
                                List.of(
                                        folder.resolve(TABLE).toString(),
                                        request.workspace().root().toString(),
                                        request.workspace().program().root().toString()),
                        request,
                        stop,
                        progress)) {
            var record = ToolRecords.last(run.records(), "calls");
            var table = CallProfile.read(record, new CodeFiles(request.workspace().root()));
            Path file = run.folder().path().resolve(TABLE);
            Profile profile = new CallProfile(table, run.ended()).profile(!record.isMissingNode());
            List<String> notes = new ArrayList<>(profile.notes());
            notes.addAll(ToolRecords.displaced(record));
            return run.done(
                    profile.withNotes(notes),
                    Files.exists(file) ? Map.of(TABLE, Files.readAllBytes(file)) : Map.of());
        } catch (LauncherException e) {
            return new Profiled.Unavailable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Profiled.Unavailable(
                    "cProfile's table could not be written or read (" + e + "). Is the disk full?");
        }
    }
}
