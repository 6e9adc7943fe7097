package dev.pareto.python;

import dev.pareto.program.Interpreter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the Python interpreters of this machine and those that lie in an opened folder.
///
/// Any thread may use it. Nothing below an opened folder is ever executed here: of an environment
/// in it, `pyvenv.cfg` is read, and its base interpreter outside is asked.
public final class Interpreters {
    private static final Comparator<Interpreter> NEWEST_FIRST =
            Comparator.comparingInt(Interpreter::minor)
                    .thenComparingInt(Interpreters::micro)
                    .reversed();

    private final InstalledFiles installed;
    private final Path userHome;

    /// Real path → what it answered; empty for what is no Python that we can use.
    private final Map<Path, Optional<InterpreterAnswer>> answers = new HashMap<>();

    private @Nullable List<Interpreter> found;

    /// @param environment where PATH, PYENV_ROOT and the like are looked up
    public Interpreters(Map<String, String> environment, Path userHome) {
        installed = new InstalledFiles(environment, userHome);
        this.userHome = userHome;
    }

    /// CPython 3.10 to 3.14 of the PATH, pyenv, the usual folders and `py` on Windows, newest
    /// first. Blocks the first time, while each is started once (`-I -S`) to say its version. An
    /// environment that is active (on the PATH) is among them.
    public synchronized List<Interpreter> onThisMachine() throws InterruptedException {
        if (found == null) {
            var candidates = installed.candidates();
            var interpreters = new LinkedHashMap<Path, Interpreter>();
            for (Path candidate : candidates) {
                if (PyvenvConfig.of(candidate).isEmpty()) {
                    ask(candidate)
                            .ifPresent(
                                    a ->
                                            interpreters.putIfAbsent(
                                                    real(candidate), a.interpreter()));
                }
            }
            for (Path candidate : candidates) {
                var config = PyvenvConfig.of(candidate);
                if (config.isPresent()) {
                    Path folder = config.get().folder();
                    environment(config.get(), base -> isOutside(base, above(folder)))
                            .ifPresent(env -> interpreters.putIfAbsent(folder, env));
                }
            }
            found = interpreters.values().stream().sorted(NEWEST_FIRST).toList();
        }
        return found;
    }

    /// The environments that lie in a root (`.venv`, `venv`, `env`, …), only read about. One whose
    /// base interpreter lies in the root itself, or beside it in a folder that may have come with
    /// it, is left out, unless that interpreter is known from elsewhere.
    public synchronized List<Interpreter> inside(Path root) throws InterruptedException {
        onThisMachine();
        var environments = new ArrayList<Interpreter>();
        for (Path folder : subfolders(root)) {
            var config = PyvenvConfig.read(folder);
            if (config.isPresent()) {
                environment(config.get(), base -> isOutside(base, root))
                        .ifPresent(environments::add);
            }
        }
        environments.sort(NEWEST_FIRST);
        return List.copyOf(environments);
    }

    /// The interpreter at a path that the user named; empty when there is none that we can use.
    ///
    /// @param executable the interpreter, or the folder of an environment
    /// @param root of the opened program: what lies in it is not executed
    public synchronized Optional<Interpreter> at(Path executable, Path root)
            throws InterruptedException {
        onThisMachine();
        Path named = executable.toAbsolutePath().normalize();
        var config = Files.isDirectory(named) ? PyvenvConfig.read(named) : PyvenvConfig.of(named);
        boolean inRoot = named.startsWith(root) || real(named).startsWith(real(root));
        if (config.isPresent()) {
            // Outside of the root, a base beside the environment is as good as any.
            Path distrusted = real(root);
            var environment =
                    environment(
                            config.get(),
                            base -> inRoot ? isOutside(base, root) : !base.startsWith(distrusted));
            if (environment.isPresent() || inRoot) {
                return environment;
            }
        }
        // A root may be as wide as the home folder, with pyenv in it.
        return inRoot && !isKnown(real(named))
                ? Optional.empty()
                : ask(named).map(a -> a.interpreterAt(named));
    }

    /// An environment by its configuration, with the first of its bases that is trusted and
    /// answers.
    private Optional<Interpreter> environment(PyvenvConfig config, Predicate<Path> isTrusted)
            throws InterruptedException {
        var executable = config.executable();
        if (executable.isEmpty()) {
            return Optional.empty();
        }
        for (Path base : config.bases()) {
            Path real = real(base);
            if (isKnown(real) || isTrusted.test(real)) {
                var answer = ask(base);
                if (answer.isPresent()) {
                    return Optional.of(
                            answer.get().interpreterOf(executable.get(), base, config.folder()));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether an interpreter cannot have come together with a folder: the deepest folder that both
    /// lie in is the user's home, one above it, or one directly below the top.
    private boolean isOutside(Path realBase, Path folder) {
        Path shared = real(folder);
        while (shared != null && !realBase.startsWith(shared)) {
            shared = shared.getParent();
        }
        boolean isFolder = shared != null && shared.equals(real(folder));
        if (isFolder) {
            return false;
        }
        return shared == null || shared.getNameCount() <= 1 || real(userHome).startsWith(shared);
    }

    /// 10 of "3.11.10".
    private static int micro(Interpreter interpreter) {
        String version = interpreter.version();
        return Integer.parseInt(version.substring(version.lastIndexOf('.') + 1));
    }

    private boolean isKnown(Path real) {
        return answers.getOrDefault(real, Optional.empty()).isPresent();
    }

    private Optional<InterpreterAnswer> ask(Path python) throws InterruptedException {
        Path real = real(python);
        var known = answers.get(real);
        if (known == null) {
            known = InterpreterAnswer.of(python);
            answers.put(real, known);
        }
        return known;
    }

    private static Path above(Path folder) {
        Path parent = folder.getParent();
        return parent == null ? folder : parent;
    }

    /// The path without links; as it is when it does not exist.
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static List<Path> subfolders(Path root) {
        try (var children = Files.list(root)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
