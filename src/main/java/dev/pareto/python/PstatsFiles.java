package dev.pareto.python;

import dev.pareto.program.Interpreter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Reads and writes cProfile's `.prof`, which is marshalled: by the module `pstats` of an
/// interpreter, in a process of its own.
public final class PstatsFiles {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PythonSources sources;

    public PstatsFiles(PythonSources sources) {
        this.sources = sources;
    }

    /// The table in a file, as JSON.
    ///
    /// @throws IOException when it is no such file, or of another interpreter's making
    public String read(Interpreter interpreter, Path file)
            throws IOException, InterruptedException {
        Path json = ScratchFolders.create("pareto-table-").resolve("table.json");
        try {
            run(interpreter, "read", file.toAbsolutePath(), json);
            return Files.readString(json);
        } finally {
            ScratchFolders.delete(json.resolveSibling(""));
        }
    }

    /// The content of a `.prof` with a table.
    public byte[] write(Interpreter interpreter, String table)
            throws IOException, InterruptedException {
        Path json = ScratchFolders.create("pareto-table-").resolve("table.json");
        try {
            Path file = json.resolveSibling("table.prof");
            Files.writeString(json, table, StandardCharsets.UTF_8);
            run(interpreter, "write", json, file);
            return Files.readAllBytes(file);
        } finally {
            ScratchFolders.delete(json.resolveSibling(""));
        }
    }

    private void run(Interpreter interpreter, String what, Path from, Path to)
            throws IOException, InterruptedException {
        // Isolated and without site, so that nothing of the user's folders is imported.
        var process =
                ToolProcess.run(
                        List.of(
                                interpreter.base().toString(),
                                "-I",
                                "-S",
                                "-B",
                                sources.file("pstatsfile.py").toString(),
                                what,
                                from.toString(),
                                to.toString()),
                        sources.folder(),
                        PATIENCE,
                        new StopSignal(),
                        _ -> {});
        if (process.status() != 0) {
            throw new IOException(process.printed().strip().replaceAll("(?s).*\\n", ""));
        }
    }
}
