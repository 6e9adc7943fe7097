package dev.pareto.workbench;

import dev.pareto.python.Limits;
import dev.pareto.quantity.Bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory a program may take: 80 % of what is free now.
final class FreeMemory {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private FreeMemory() {}

    /// The limits with that limit; without, where the system does not say what is free.
    static Limits limit(Limits limits) {
        try {
            return Files.isReadable(MEMINFO)
                    ? Files.readAllLines(MEMINFO).stream()
                            .filter(line -> line.startsWith("MemAvailable:"))
                            .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .map(
                                    kilobytes ->
                                            limits.withMemory(new Bytes(kilobytes * 1024 / 5 * 4)))
                            .orElse(limits)
                    : limits;
        } catch (IOException e) {
            return limits;
        }
    }
}
