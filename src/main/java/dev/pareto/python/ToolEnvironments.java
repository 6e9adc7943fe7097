package dev.pareto.python;

import dev.pareto.program.Interpreter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The environments with the packages of optional engines: one for each minor version of Python, in
/// a folder of ours. Nothing is ever installed into an environment of the user's.
///
/// An environment counts when it is complete; a half-made one lies beside it until it is.
public final class ToolEnvironments {
    /// Versions and hashes of all that is installed, as pip has them.
    static final String REQUIREMENTS = "requirements.txt";

    private final Path folder;
    private final PythonSources sources;

    /// @param folder holds the environments; made when the first is
    public ToolEnvironments(Path folder, PythonSources sources) {
        this.folder = folder;
        this.sources = sources;
    }

    /// One that is there.
    ///
    /// @param version as in "3.12"; @param packages name and version of each, as in "psutil 7.2.2"
    public record Environment(String version, Path folder, List<String> packages) {
        public Environment {
            packages = List.copyOf(packages);
        }
    }

    /// What came of making one.
    public sealed interface Made {
        /// It is complete.
        record Ready(Environment environment) implements Made {}

        /// Somebody asked to stop; what was done so far is gone.
        record Cancelled() implements Made {}

        /// The index could not be reached.
        record Offline(String details) implements Made {}

        /// Something else went wrong.
        ///
        /// @param reason for people; @param details what pip or venv printed
        record Failed(String reason, String details) implements Made {}
    }

    /// The folder of packages for programs of an interpreter, where one was made.
    public Optional<Path> packages(Interpreter interpreter) {
        return sitePackages(folder.resolve(minor(interpreter)), minor(interpreter));
    }

    /// All that are there, the newest version first.
    public List<Environment> all() {
        try (var children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .flatMap(child -> read(child).stream())
                    .sorted((a, b) -> Integer.compare(number(b.version), number(a.version)))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /// Makes the environment for an interpreter's version, anew where there is one. Blocks; uses
    /// the network by pip, with the user's own settings of it.
    ///
    /// @param told what is being done now, a line each
    public Made create(Interpreter interpreter, StopSignal stop, Consumer<String> told)
            throws InterruptedException {
        return new EnvironmentMaking(sources.file(REQUIREMENTS), List.of())
                .make(interpreter, folder.resolve(minor(interpreter)), stop, told);
    }

    private static Optional<Environment> read(Path environment) {
        return read(environment, environment.getFileName().toString());
    }

    /// @param version as in "3.12"
    static Optional<Environment> read(Path environment, String version) {
        return sitePackages(environment, version)
                .map(packages -> new Environment(version, environment, installed(packages)));
    }

    static Optional<Path> sitePackages(Path environment, String version) {
        String python = "python" + version;
        return List.of(
                        environment.resolve("lib").resolve(python).resolve("site-packages"),
                        environment.resolve("Lib").resolve("site-packages"))
                .stream()
                .filter(Files::isDirectory)
                .findFirst();
    }

    /// From the names of the folders that pip leaves, as in `psutil-7.2.2.dist-info`.
    private static List<String> installed(Path packages) {
        var found = new ArrayList<String>();
        try (var children = Files.list(packages)) {
            for (Path child : children.sorted().toList()) {
                String name = child.getFileName().toString();
                if (name.endsWith(".dist-info") && !name.startsWith("pip-")) {
                    found.add(name.replaceFirst("\\.dist-info$", "").replaceFirst("-", " "));
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        found.removeIf(name -> name.startsWith("setuptools "));
        return found;
    }

    static String minor(Interpreter interpreter) {
        return interpreter.minor() / 100 + "." + interpreter.minor() % 100;
    }

    /// 3.9 is before 3.10.
    private static int number(String version) {
        return version.matches("3\\.\\d{1,2}") ? Integer.parseInt(version.substring(2)) : -1;
    }
}
