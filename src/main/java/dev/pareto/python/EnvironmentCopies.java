package dev.pareto.python;

import dev.pareto.program.Interpreter;
import dev.pareto.python.ToolEnvironments.Made;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/// Copies of programs' environments with a package more, in a folder of ours. What the program's
/// own environment has is seen in the copy, and stays where it is; nothing is installed there.
public final class EnvironmentCopies {
    /// The packages that can be added; each has a file with its version and hashes.
    private static final Set<String> ADDED = Set.of("numpy");

    private final Path folder;
    private final PythonSources sources;
    private final Map<String, String> variables;

    /// @param folder holds the copies; made when the first is
    /// @param variables the user's environment, for the place of packages installed for one user
    public EnvironmentCopies(Path folder, PythonSources sources, Map<String, String> variables) {
        this.folder = folder;
        this.sources = sources;
        this.variables = Map.copyOf(variables);
    }

    /// Whether a package is one that can be added.
    public static boolean canAdd(String name) {
        return ADDED.contains(name);
    }

    /// The interpreter of a copy with a package, where one was made.
    ///
    /// @param interpreter of the program
    public Optional<Interpreter> with(String name, Interpreter interpreter) {
        return inside(place(name, interpreter), interpreter);
    }

    /// Makes a copy with a package, anew where there is one. Blocks; uses the network by pip, with
    /// the user's own settings of it.
    ///
    /// @param told what is being done now, a line each
    /// @throws IllegalArgumentException when the package is none that can be added
    public Made create(String name, Interpreter interpreter, StopSignal stop, Consumer<String> told)
            throws InterruptedException {
        if (!canAdd(name)) {
            throw new IllegalArgumentException("Not a package that is added: " + name);
        }
        return new EnvironmentMaking(
                        sources.file(name + ".txt"), SitePackages.of(interpreter, variables))
                .make(interpreter, place(name, interpreter), stop, told);
    }

    private static Optional<Interpreter> inside(Path copy, Interpreter original) {
        return PyvenvConfig.read(copy)
                .flatMap(PyvenvConfig::executable)
                .filter(Files::isExecutable)
                .map(
                        executable ->
                                new Interpreter(
                                        executable,
                                        original.base(),
                                        original.version(),
                                        original.implementation(),
                                        copy));
    }

    /// One for each interpreter that a program can have, since what it sees is another's.
    private Path place(String name, Interpreter interpreter) {
        CRC32 hash = new CRC32();
        hash.update(interpreter.executable().toString().getBytes(StandardCharsets.UTF_8));
        return folder.resolve("%s-%s-%08x".formatted(name, interpreter.version(), hash.getValue()));
    }
}
