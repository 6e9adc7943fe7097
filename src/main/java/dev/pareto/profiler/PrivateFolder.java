package dev.pareto.profiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A temporary folder that only this user can read, deleted on close with what is in it.
record PrivateFolder(Path path) implements AutoCloseable {
    /// The JDK makes temporary folders with mode 0700 where the file system has modes.
    static PrivateFolder make(String prefix) throws IOException {
        return new PrivateFolder(Files.createTempDirectory(prefix).toRealPath());
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
