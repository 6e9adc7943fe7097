package dev.pareto.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A workbench with its own data folder, for tests: real interpreters, real history.
///
/// @param folder everything is below it; the home folder too
public record Desk(Path folder, Workbench workbench) implements AutoCloseable {
    static final Path LESSONS = Path.of("lessons").toAbsolutePath();

    public static Desk in(Path folder) throws Exception {
        Path real = folder.toRealPath();
        return new Desk(real, workbench(real, System.getenv()));
    }

    public static Workbench workbench(Path folder, Map<String, String> environment)
            throws ProblemException {
        return Workbench.with(
                new Folders(folder.resolve("data"), LESSONS), environment, folder.resolve("home"));
    }

    /// Writes a file of a program; parents are made.
    public static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Session open(Opening opening) throws Exception {
        return ((Opened.Ready) workbench.open(opening)).session();
    }

    Session open(Path path) throws Exception {
        return open(Opening.of(path));
    }

    @Override
    public void close() {
        workbench.close();
    }
}
