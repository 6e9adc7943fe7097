package dev.pareto.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Pareto's own Python files (launcher, analyser, …), unpacked from the class path into a private
/// folder where an interpreter can start them.
///
/// The folder is made by [#extract()], readable by this user alone, and removed by [#close()]. Any
/// thread may use it.
public final class PythonSources implements AutoCloseable {
    private static final String RESOURCE = "/pareto-python/pareto";

    private final Path folder;

    private PythonSources(Path folder) {
        this.folder = folder;
    }

    /// Unpacks all files.
    ///
    /// @throws UncheckedIOException when the temporary folder cannot be written
    public static PythonSources extract() {
        URL resource = PythonSources.class.getResource(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("The build lacks its Python files: " + RESOURCE);
        }
        try {
            // The JDK makes temporary folders with mode 0700 where the file system has modes.
            Path folder = Files.createTempDirectory("pareto-python-");
            URI uri = resource.toURI();
            if (uri.getScheme().equals("jar")) {
                try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
                    copy(jar.getPath(RESOURCE), folder);
                }
            } else {
                copy(Path.of(uri), folder);
            }
            return new PythonSources(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Pareto's Python files could not be unpacked", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where a file lies now.
    ///
    /// @param name relative to `src/main/python/pareto`, such as `analyser.py`
    /// @throws IllegalArgumentException when there is no such file
    public Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("No Python file of ours: " + name);
        }
        return file;
    }

    /// The private folder, which is also a harmless working folder for our own processes.
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Pareto's Python files could not be removed", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            // Through a string, since the two paths may belong to different file systems.
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
