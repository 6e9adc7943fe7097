package dev.pareto.python;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// The launcher for all systems but Linux, and for Linux when it is forced: a Python process
/// (`portable.py`) that starts programs and passes their output on. It cannot pin, reports no
/// run-queue delay, and finds what left a program's tree only as far as the system tells. Tested on
/// Linux; on macOS and Windows it has not run yet.
///
/// Begun with the first start, and anew when it has died.
public final class PortableLauncher implements Launcher {
    private final Path python;
    private final Path script;
    private final Path folder;
    private final AtomicLong numbers = new AtomicLong();
    private @Nullable LauncherProcess process;

    /// @param python an interpreter outside of any opened folder; it runs the launcher, not the
    ///   programs
    /// @throws UncheckedIOException when the temporary folder cannot be written
    public PortableLauncher(Path python, PythonSources sources) {
        this.python = python;
        script = sources.file("portable.py");
        try {
            folder = ScratchFolders.create("pareto-runs-");
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for temporary files cannot be written", e);
        }
    }

    @Override
    public List<Running> start(List<Command> together, Placement placement)
            throws LauncherException {
        if (placement == Placement.PAIRED) {
            throw new IllegalArgumentException("it cannot pin, as its abilities say");
        }
        LauncherProcess launcher = process();
        var runs = new ArrayList<LaunchedRun>();
        var orders = new ArrayList<Map<String, Object>>();
        for (Command command : together) {
            long number = numbers.incrementAndGet();
            Runnable stop = () -> launcher.send(Map.of("op", "stop", "run", number));
            runs.add(new LaunchedRun(number, command.limits(), stop, 2));
            orders.add(Order.of(command, number, folder));
        }
        long start = numbers.incrementAndGet();
        try {
            var order = Map.<String, Object>of("op", "start", "start", start, "runs", orders);
            var answer = launcher.start(start, order, runs, together);
            for (LaunchedRun run : runs) {
                run.started(answer.path("pids").path(Long.toString(run.number())).asLong());
            }
        } finally {
            runs.forEach(run -> Order.forget(run.number(), folder));
        }
        return List.copyOf(runs);
    }

    private synchronized LauncherProcess process() throws LauncherException {
        if (process == null || !process.isAlive()) {
            process = LauncherProcess.start(python, script, folder);
        }
        return process;
    }

    @Override
    public Abilities abilities() {
        // Its programs are no descendants of ours once their launcher is gone, but are until then.
        boolean outside = Launchers.isLinux() && OutsideReading.isAllowed();
        return new Abilities(false, false, false, outside);
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.close();
        }
        ScratchFolders.delete(folder);
    }
}
