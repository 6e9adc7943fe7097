package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.program.Interpreter;
import dev.pareto.python.ToolEnvironments.Environment;
import dev.pareto.python.ToolEnvironments.Made;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What needs no network; what does is tested with the engines.
class ToolEnvironmentsTest {
    @TempDir Path folder;
    private PythonSources sources;
    private ToolEnvironments environments;
    private Interpreter python;

    @BeforeEach
    void start() throws Exception {
        sources = PythonSources.extract();
        environments = new ToolEnvironments(folder.resolve("environments"), sources);
        var newest = InstalledPythons.all().lastEntry();
        python =
                new Interpreter(
                        newest.getValue(), newest.getValue(), newest.getKey(), "CPython", null);
    }

    @AfterEach
    void stop() {
        sources.close();
    }

    @Test
    void thereIsNoneAtFirst() {
        assertEquals(List.of(), environments.all());
        assertEquals(Optional.empty(), environments.packages(python));
    }

    @Test
    void aCancelledOneLeavesNothing() throws Exception {
        var stop = new StopSignal();
        var told = new ArrayList<String>();
        var made =
                environments.create(
                        python,
                        stop,
                        line -> {
                            told.add(line);
                            stop.request();
                        });
        assertEquals(new Made.Cancelled(), made);
        assertEquals(List.of("Making an environment with " + python.label()), told);
        assertEquals(List.of(), children(folder.resolve("environments")));
    }

    @Test
    void anInterpreterThatCannotMakeOneIsNamed() throws Exception {
        Path broken = Files.writeString(folder.resolve("python"), "#!/bin/sh\necho no; exit 1\n");
        if (!broken.toFile().setExecutable(true)) {
            return;
        }
        var made =
                environments.create(
                        new Interpreter(broken, broken, "3.13.0", "CPython", null),
                        new StopSignal(),
                        _ -> {});
        assertEquals(
                new Made.Failed(
                        "CPython 3.13.0 could not make an environment. On Debian and Ubuntu this"
                                + " needs the package python3-venv.",
                        "no\n"),
                made);
    }

    @Test
    void listsTheNewestFirstWithWhatIsInThem() throws Exception {
        for (String version : List.of("3.9", "3.13", "3.10")) {
            Path packages =
                    folder.resolve(
                            "environments/%s/lib/python%1$s/site-packages".formatted(version));
            Files.createDirectories(packages.resolve("psutil-7.2.2.dist-info"));
            Files.createDirectories(packages.resolve("pip-24.2.dist-info"));
        }
        assertEquals(
                List.of("3.13", "3.10", "3.9"),
                environments.all().stream().map(Environment::version).toList());
        assertEquals(List.of("psutil 7.2.2"), environments.all().getFirst().packages());
    }

    private static List<Path> children(Path folder) throws Exception {
        try (var children = Files.list(folder)) {
            return children.toList();
        }
    }
}
