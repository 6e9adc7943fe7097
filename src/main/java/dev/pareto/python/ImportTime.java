package dev.pareto.python;

import dev.pareto.program.Interpreter;
import dev.pareto.quantity.WallTime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Measures how much processor time a package takes to import, in fresh processes of an
/// interpreter. Threads that it starts run beside the program.
public final class ImportTime {
    /// The first one may read the package from the disk.
    private static final int RUNS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ImportTime() {}

    /// The least of several, which other programs disturb least; empty where it cannot be imported.
    ///
    /// @param name an identifier
    public static Optional<WallTime> of(String name, Interpreter interpreter)
            throws InterruptedException {
        if (!name.matches("[a-z_]+")) {
            throw new IllegalArgumentException("No package: " + name);
        }
        try {
            Path folder = ScratchFolders.create("pareto-import-");
            try {
                return least(name, interpreter, folder);
            } finally {
                ScratchFolders.delete(folder);
            }
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<WallTime> least(String name, Interpreter interpreter, Path folder)
            throws IOException, InterruptedException {
        double[] seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            var run =
                    ToolProcess.run(
                            List.of(
                                    interpreter.executable().toString(),
                                    "-c",
                                    "import time; t = time.thread_time(); import %s; print(time.thread_time() - t)"
                                            .formatted(name)),
                            folder,
                            PATIENCE,
                            new StopSignal(),
                            _ -> {});
            if (run.status() != 0) {
                return Optional.empty();
            }
            seconds[i] = Double.parseDouble(run.printed().strip());
        }
        return DoubleStream.of(seconds).min().stream().mapToObj(WallTime::new).findFirst();
    }
}
