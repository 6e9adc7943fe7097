package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs the tests of the Python side (`src/test/python`) on every interpreter that is found: what
/// runs inside the user's process must run on all of them.
class PythonSideIT {
    private static final Path CODE = Path.of("src/main/python").toAbsolutePath();
    private static final Path TESTS = Path.of("src/test/python").toAbsolutePath();
    private static final long LIMIT_SECONDS = 300;

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicNode> passesOnEveryInterpreter() throws IOException, InterruptedException {
        var pythons = InstalledPythons.all();
        if (pythons.isEmpty()) {
            return Stream.of(dynamicTest("no interpreter", PythonSideIT::skip));
        }
        var modules = modules();
        return pythons.entrySet().stream()
                .map(
                        python ->
                                dynamicContainer(
                                        python.getKey(),
                                        modules.stream()
                                                .map(module -> test(python.getValue(), module))));
    }

    private DynamicNode test(Path python, String module) {
        return dynamicTest(module, () -> run(python, module));
    }

    private static void skip() {
        abort(
                "No CPython 3.10 to 3.14 was found on the PATH or in pyenv, so the Python side is not"
                        + " tested. Install one and run the tests again.");
    }

    private static List<String> modules() throws IOException {
        if (!Files.isDirectory(TESTS)) {
            return List.of();
        }
        try (var files = Files.list(TESTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("test_.*\\.py"))
                    .map(name -> name.substring(0, name.length() - ".py".length()))
                    .sorted()
                    .toList();
        }
    }

    private void run(Path python, String module) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, module, ".txt");
        var builder =
                new ProcessBuilder(python.toString(), "-m", "unittest", "-v", module)
                        .directory(TESTS.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("PYTHONPATH", CODE + File.pathSeparator + TESTS);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        var process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        var report = python + " -m unittest " + module + "\n" + Files.readString(output);
        assertTrue(ended, "no end after " + LIMIT_SECONDS + " s: " + report);
        assertEquals(0, process.exitValue(), report);
    }
}
