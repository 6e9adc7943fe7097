package dev.pareto.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether the kernel lets us read the memory of the programs that we started.
final class OutsideReading {
    private static final Path YAMA = Path.of("/proc/sys/kernel/yama/ptrace_scope");

    private OutsideReading() {}

    /// 0 allows it for all processes of the user, 1 for our descendants, which the programs are; 2
    /// and 3 do not.
    static boolean isAllowed() {
        if (!Files.exists(YAMA)) {
            return Files.exists(Path.of("/proc/self/mem"));
        }
        try {
            return Integer.parseInt(Files.readString(YAMA).strip()) <= 1;
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }
}
