package dev.pareto.profiler.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The descendants of a process.
final class Family {
    private static final int MOST = 256;

    private Family() {}

    /// All that there are now, without itself, parents first. None where the kernel does not tell.
    static List<Integer> below(int pid) {
        Set<Integer> found = new LinkedHashSet<>();
        var open = new ArrayDeque<>(List.of(pid));
        while (!open.isEmpty() && found.size() < MOST) {
            for (int child : children(open.poll())) {
                if (found.add(child)) {
                    open.add(child);
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Integer> children(int pid) {
        List<Integer> all = new ArrayList<>();
        try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                String text = Files.readString(thread.resolve("children"));
                for (String child : text.strip().split(" ", -1)) {
                    if (!child.isEmpty()) {
                        all.add(Integer.valueOf(child));
                    }
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // It has ended, or its thread has.
        }
        return all;
    }
}
