package dev.pareto.python;

import dev.pareto.program.Interpreter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What an interpreter says of itself, asked by starting it.
///
/// @param asked the path that was started
record InterpreterAnswer(Path asked, String implementation, String version) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String QUESTION =
            "import sys, platform; v = sys.version_info;"
                    + " print(platform.python_implementation(), '%d.%d.%d' % v[:3],"
                    + " 3 == v[0] and 10 <= v[1] <= 14, sep='\\n')";

    /// Asks; empty when it does not answer, or is no CPython 3.10 to 3.14.
    static Optional<InterpreterAnswer> of(Path python) throws InterruptedException {
        try {
            // Isolated and without site, so that nothing of the user's folders is imported.
            var process =
                    new ProcessBuilder(python.toString(), "-I", "-S", "-c", QUESTION)
                            .directory(python.toAbsolutePath().resolveSibling("").toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            try (var _ = new Deadline(process, PATIENCE)) {
                var output = process.getInputStream().readNBytes(1_000);
                boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return ended && process.exitValue() == 0
                        ? read(python, new String(output, StandardCharsets.UTF_8))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<InterpreterAnswer> read(Path python, String output) {
        List<String> lines = output.lines().toList();
        return lines.size() == 3 && lines.get(0).equals("CPython") && lines.get(2).equals("True")
                ? Optional.of(new InterpreterAnswer(python, lines.get(0), lines.get(1)))
                : Optional.empty();
    }

    /// The interpreter that was asked.
    Interpreter interpreter() {
        return interpreterAt(asked);
    }

    /// The same by another path to it.
    Interpreter interpreterAt(Path executable) {
        return new Interpreter(executable, executable, version, implementation, null);
    }

    /// The interpreter of an environment that was made from this one.
    Interpreter interpreterOf(Path executable, Path base, Path environment) {
        return new Interpreter(executable, base, version, implementation, environment);
    }
}
