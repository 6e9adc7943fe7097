package dev.pareto.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The byte code that Python keeps beside source files, in `__pycache__`.
final class ByteCode {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HEADER = 16;

    private ByteCode() {}

    /// Compiles files ahead of a run, so that no run pays for it. Executes none of them. What does
    /// not compile, or not in time, is left to the run.
    ///
    /// @param base an interpreter of the same build as the one that will run them, and not of the
    ///   opened folder
    static void compile(Path base, List<Path> files) throws InterruptedException {
        if (files.isEmpty()) {
            return;
        }
        try {
            var process =
                    new ProcessBuilder(
                                    base.toString(),
                                    "-I",
                                    "-S",
                                    "-X",
                                    "utf8",
                                    "-Wignore",
                                    "-m",
                                    "compileall",
                                    "-qq",
                                    "--invalidation-mode",
                                    "timestamp",
                                    "-i",
                                    "-")
                            .directory(base.toAbsolutePath().resolveSibling("").toFile())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var list = process.getOutputStream()) {
                for (Path file : files) {
                    list.write((file + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            try {
                boolean _ = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // Then each module is compiled by the first run that imports it.
        }
    }

    /// Whether byte code was made from this source as it is now: Python notes its time and size.
    static boolean isOf(Path code, Path source) {
        try (var content = Files.newInputStream(code)) {
            byte[] header = content.readNBytes(HEADER);
            if (header.length < HEADER) {
                return false;
            }
            var fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            boolean byHash = fields.getInt(4) != 0;
            // By hash only when somebody asked for it, and then Python has compared it.
            return byHash
                    || (fields.getInt(8)
                                    == (int) Files.getLastModifiedTime(source).to(TimeUnit.SECONDS)
                            && fields.getInt(12) == (int) Files.size(source));
        } catch (IOException e) {
            return false;
        }
    }

    /// All byte code below a folder; links are not followed.
    static List<Path> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(ByteCode::isByteCode).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    static boolean isByteCode(Path file) {
        Path folder = file.getParent();
        return file.toString().endsWith(".pyc")
                && folder != null
                && folder.endsWith("__pycache__")
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /// `x.py` of `__pycache__/x.cpython-311.pyc`; of pytest's byte code too.
    static Optional<Path> source(Path code) {
        String name = String.valueOf(code.getFileName());
        Path cache = code.getParent();
        int dot = name.indexOf('.');
        return cache == null || dot <= 0
                ? Optional.empty()
                : Optional.of(cache.resolveSibling(name.substring(0, dot) + ".py"));
    }
}
