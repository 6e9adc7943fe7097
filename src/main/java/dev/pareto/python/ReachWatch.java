package dev.pareto.python;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/// Looks at the open files and connections of a run and of its children, again and again until it
/// is closed. What is open for less than about a millisecond can be missed. Where there is no /proc
/// it sees nothing.
///
/// Costs some processor time of ours; not for runs that are measured.
public final class ReachWatch implements AutoCloseable {
    private static final Path PROC = Path.of("/proc");
    private static final long PAUSE_NANOS = 1_000_000;
    private static final int ACCESS_MODE = 3;

    private final long pid;
    private final Path inside;
    private final Set<String> writes = new HashSet<>();
    private final Set<String> connections = new TreeSet<>();
    private final Thread thread;
    private volatile boolean closed;

    private ReachWatch(long pid, Path inside) {
        this.pid = pid;
        this.inside = inside;
        thread = Thread.ofPlatform().daemon().name("reach of " + pid).unstarted(this::watch);
    }

    /// Begins at once.
    ///
    /// @param inside where the run may write
    public static ReachWatch of(long pid, Path inside) {
        var watch = new ReachWatch(pid, inside);
        watch.thread.start();
        return watch;
    }

    /// What was seen, once the run has ended. Closes it.
    public Reach seen() throws InterruptedException {
        closed = true;
        thread.join();
        // Temporary files are gone by now, and pipes and devices are no files that stay.
        var left = new TreeSet<String>();
        writes.stream().filter(file -> Files.isRegularFile(Path.of(file))).forEach(left::add);
        return new Reach(left, new TreeSet<>(connections));
    }

    @Override
    public void close() {
        closed = true;
    }

    private void watch() {
        while (!closed && Files.isDirectory(process(pid))) {
            var tree = new ArrayDeque<Long>();
            tree.add(pid);
            while (!tree.isEmpty()) {
                long one = tree.remove();
                look(one);
                children(one, tree);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static Path process(long pid) {
        return PROC.resolve(Long.toString(pid));
    }

    private static void children(long pid, ArrayDeque<Long> into) {
        Path file = process(pid).resolve("task").resolve(Long.toString(pid)).resolve("children");
        try {
            for (String child : Files.readString(file).split(" ")) {
                if (!child.isBlank()) {
                    into.add(Long.valueOf(child.strip()));
                }
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    private void look(long one) {
        var sockets = new HashSet<String>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process(one).resolve("fd"))) {
            for (Path file : open) {
                look(one, file, sockets);
            }
        } catch (IOException e) {
            // It has ended, or was not ours to look at.
        }
        if (!sockets.isEmpty()) {
            connections.addAll(Connections.of(process(one), sockets));
        }
    }

    private void look(long one, Path descriptor, Set<String> sockets) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            if (target.startsWith("socket:[")) {
                sockets.add(target.substring("socket:[".length(), target.length() - 1));
            } else if (target.startsWith("/")
                    && !writes.contains(target)
                    && !Path.of(target).startsWith(inside)
                    && isWritten(one, descriptor)) {
                writes.add(target);
            }
        } catch (IOException e) {
            // It was closed meanwhile.
        }
    }

    private static boolean isWritten(long one, Path descriptor) throws IOException {
        Path info = process(one).resolve("fdinfo").resolve(descriptor.getFileName());
        return Files.readString(info)
                .lines()
                .filter(line -> line.startsWith("flags:"))
                .anyMatch(
                        line ->
                                (Integer.parseInt(line.substring(6).strip(), 8) & ACCESS_MODE)
                                        != 0);
    }
}
