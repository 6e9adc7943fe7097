package dev.pareto.profiler.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a library lies in the memory of a process.
final class Mapping {
    private Mapping() {}

    /// Its first address; 0 when the process has not mapped it, or is gone.
    static long base(int pid, String library) {
        String maps;
        try {
            maps =
                    new String(
                            Files.readAllBytes(Path.of("/proc/" + pid + "/maps")),
                            StandardCharsets.UTF_8);
        } catch (IOException e) {
            return 0;
        }
        int end = maps.indexOf(" " + library + "\n");
        if (end < 0) {
            return 0;
        }
        int begin = maps.lastIndexOf('\n', end) + 1;
        return Long.parseUnsignedLong(maps, begin, maps.indexOf('-', begin), 16);
    }
}
