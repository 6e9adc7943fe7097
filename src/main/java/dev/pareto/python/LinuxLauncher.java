package dev.pareto.python;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// The launcher for Linux: a tiny Python process (`launcher.py`) that forks, pins, limits and
/// waits. The programs' output comes through FIFOs, each drained by a reader thread of ours.
///
/// Begun with the first start, and anew when it has died.
public final class LinuxLauncher implements Launcher {
    private final Path python;
    private final Path script;
    private final Path folder;
    private final AtomicLong numbers = new AtomicLong();
    private @Nullable LauncherProcess process;

    /// @param python an interpreter outside of any opened folder; it runs the launcher, not the
    ///   programs
    /// @throws UncheckedIOException when the temporary folder cannot be written
    public LinuxLauncher(Path python, PythonSources sources) {
        this.python = python;
        script = sources.file("launcher.py");
        try {
            folder = ScratchFolders.create("pareto-runs-");
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for temporary files cannot be written", e);
        }
    }

    @Override
    public List<Running> start(List<Command> together, Placement placement)
            throws LauncherException {
        LauncherProcess launcher = process();
        var runs = new ArrayList<LaunchedRun>();
        var orders = new ArrayList<Map<String, Object>>();
        for (Command command : together) {
            long number = numbers.incrementAndGet();
            Runnable stop = () -> launcher.send(Map.of("op", "stop", "run", number));
            runs.add(new LaunchedRun(number, command.limits(), stop, 2));
            orders.add(order(command, number));
        }
        long start = numbers.incrementAndGet();
        try {
            var answer =
                    launcher.start(
                            start,
                            Map.of(
                                    "op",
                                    "start",
                                    "start",
                                    start,
                                    "paired",
                                    placement == Placement.PAIRED,
                                    "runs",
                                    orders),
                            runs,
                            together);
            for (LaunchedRun run : runs) {
                run.started(answer.path("pids").path(Long.toString(run.number())).asLong());
                drain(run, 1);
                drain(run, 2);
                launcher.send(Map.of("op", "reading", "run", run.number()));
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

    private Map<String, Object> order(Command command, long number) throws LauncherException {
        var order = Order.of(command, number, folder);
        order.put("stdout", fifo(number, 1).toString());
        order.put("stderr", fifo(number, 2).toString());
        return order;
    }

    private Path fifo(long number, int stream) {
        return folder.resolve(number + "." + stream);
    }

    private void drain(LaunchedRun run, int stream) {
        FileChannel channel;
        try {
            // Never blocks: the launcher holds the other side open.
            channel = FileChannel.open(fifo(run.number(), stream));
            run.reads(channel);
        } catch (IOException e) {
            run.drained();
            return;
        }
        Thread.ofPlatform()
                .daemon()
                .name("output " + run.number() + "." + stream)
                .start(() -> read(channel, run, run.stream(stream)));
    }

    private static void read(FileChannel channel, LaunchedRun run, CapturedStream stream) {
        var buffer = ByteBuffer.allocate(1 << 16);
        try (channel) {
            while (channel.read(buffer) >= 0) {
                stream.append(buffer.array(), buffer.position());
                buffer.clear();
            }
        } catch (IOException e) {
            // A pipe does not fail; what was read until now is kept.
        } finally {
            run.drained();
        }
    }

    @Override
    public Abilities abilities() {
        boolean threadTimes = Files.isReadable(Path.of("/proc/self/schedstat"));
        return new Abilities(true, true, threadTimes, OutsideReading.isAllowed());
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.close();
        }
        ScratchFolders.delete(folder);
    }
}
