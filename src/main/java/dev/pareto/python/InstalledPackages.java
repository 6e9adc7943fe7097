package dev.pareto.python;

import dev.pareto.program.Interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The packages that an interpreter would find, read from the names of their folders: nothing is
/// executed.
public final class InstalledPackages {
    private static final String SUFFIX = ".dist-info";

    private InstalledPackages() {}

    /// Names with versions as their folders have them, "numpy-2.1.0", in order. Those of the
    /// environment when there is one, else of the installation. What cannot be read is left out.
    public static List<String> of(Interpreter interpreter) {
        var found = new TreeSet<String>();
        for (Path home : homes(interpreter)) {
            // Unix, Windows, and the packages of Debian.
            names(home.resolve("Lib").resolve("site-packages"), found);
            for (Path library : children(home.resolve("lib"))) {
                names(library.resolve("site-packages"), found);
                names(library.resolve("dist-packages"), found);
            }
        }
        return List.copyOf(found);
    }

    /// Where `bin` or `python.exe` lies.
    private static List<Path> homes(Interpreter interpreter) {
        if (interpreter.environmentFolder().isPresent()) {
            return List.of(interpreter.environmentFolder().get());
        }
        try {
            Path folder = interpreter.base().toRealPath().getParent();
            Path above = folder == null ? null : folder.getParent();
            return above == null ? List.of() : List.of(folder, above);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void names(Path folder, Set<String> found) {
        for (Path entry : children(folder)) {
            String name = String.valueOf(entry.getFileName());
            if (name.endsWith(SUFFIX)) {
                found.add(name.substring(0, name.length() - SUFFIX.length()));
            }
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
