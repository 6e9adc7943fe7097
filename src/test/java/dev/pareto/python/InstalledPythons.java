package dev.pareto.python;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The interpreters of this machine that Pareto promises to work with: CPython 3.10 to 3.14, from
/// the PATH and from pyenv. Found by means of the tests, so that a fault of ours in finding them
/// shows.
public final class InstalledPythons {
    private static final List<String> NAMES =
            List.of(
                    "python3.14",
                    "python3.13",
                    "python3.12",
                    "python3.11",
                    "python3.10",
                    "python3",
                    "python.exe");

    private static final String QUESTION =
            "import sys; v = sys.version_info; print(sys.implementation.name, '%d.%d.%d' % v[:3],"
                    + " 3 == v[0] and 10 <= v[1] <= 14, sys.executable, sep='\\n')";

    private static final SortedMap<String, Path> FOUND = new TreeMap<>();

    private InstalledPythons() {}

    /// Version (`3.12.1`) → executable; one of each version. Empty where there is none.
    public static synchronized SortedMap<String, Path> all()
            throws IOException, InterruptedException {
        if (FOUND.isEmpty()) {
            for (var candidate : candidates()) {
                var lines = ask(candidate).map(answer -> answer.lines().toList()).orElse(List.of());
                if (lines.size() == 4
                        && lines.get(0).equals("cpython")
                        && lines.get(2).equals("True")) {
                    FOUND.putIfAbsent(lines.get(1), Path.of(lines.get(3)));
                }
            }
        }
        return new TreeMap<>(FOUND);
    }

    private static List<Path> candidates() throws IOException {
        var folders = new ArrayList<Path>();
        var environment = System.getenv();
        var home = Path.of(System.getProperty("user.home"), ".pyenv").toString();
        var versions = Path.of(environment.getOrDefault("PYENV_ROOT", home), "versions");
        if (Files.isDirectory(versions)) {
            try (var each = Files.list(versions)) {
                each.sorted().map(version -> version.resolve("bin")).forEach(folders::add);
            }
        }
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .forEach(folders::add);
        return folders.stream()
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .toList();
    }

    /// What the interpreter says, or nothing: a shim of pyenv whose version is not switched on
    /// fails.
    private static Optional<String> ask(Path python) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(python.toString(), "-I", "-S", "-c", QUESTION)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        return ended && process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
    }
}
