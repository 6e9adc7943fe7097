package dev.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/// What `mvn package` leaves in `target/pareto` works where it is put, not only where it was built.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script for sh; there it is pareto.bat")
class ProductIT {
    private static final Path PRODUCT = Path.of("target/pareto").toAbsolutePath();

    @TempDir Path folder;

    @Test
    void startsFromAnotherFolderByASymbolicLink() throws IOException, InterruptedException {
        var moved = folder.resolve("a folder with spaces");
        copy(PRODUCT, moved);
        var link = Files.createSymbolicLink(folder.resolve("pareto"), moved.resolve("bin/pareto"));

        var first = start(link);
        var second = start(link);

        assertEquals(new Ended(0, first.output()), first);
        assertTrue(first.output().contains("areto"), first.output());
        assertEquals(first, second, "the second start, with the classes that the first kept ready");
    }

    private record Ended(int status, String output) {}

    private Ended start(Path script) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(script.toString(), "--help")
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), output);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
