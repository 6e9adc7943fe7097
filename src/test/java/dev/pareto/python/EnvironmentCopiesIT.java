package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.pareto.program.Interpreter;
import dev.pareto.python.ToolEnvironments.Made;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A copy of an environment has a package more, and sees what the original has.
class EnvironmentCopiesIT {
    @TempDir Path folder;
    private PythonSources sources;
    private EnvironmentCopies copies;
    private Interpreter original;

    @BeforeEach
    void start() throws Exception {
        sources = PythonSources.extract();
        copies = new EnvironmentCopies(folder.resolve("copies"), sources, Map.of());
        original = environment(InstalledPythons.all().lastEntry());
    }

    @AfterEach
    void stop() {
        sources.close();
    }

    /// With a package of its own, and one that a `.pth` file leads to, as editable installs do.
    private Interpreter environment(Map.Entry<String, Path> python) throws Exception {
        Path place = folder.resolve("it's own");
        run(python.getValue(), "-m", "venv", "--without-pip", place.toString());
        Path packages =
                place.resolve("lib/python%s/site-packages".formatted(minor(python.getKey())));
        Files.writeString(packages.resolve("installed.py"), "NAME = 'installed'\n");
        Path edited = Files.createDirectories(folder.resolve("edited"));
        Files.writeString(edited.resolve("editable.py"), "NAME = 'editable'\n");
        Files.writeString(packages.resolve("editable.pth"), edited + "\n");
        return new Interpreter(
                place.resolve("bin/python"), python.getValue(), python.getKey(), "CPython", place);
    }

    private static String minor(String version) {
        return version.substring(0, version.lastIndexOf('.'));
    }

    private String run(Path python, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(python.toString()));
        command.addAll(List.of(arguments));
        var ended =
                ToolProcess.run(command, folder, Duration.ofMinutes(2), new StopSignal(), _ -> {});
        assertEquals(0, ended.status(), ended::printed);
        return ended.printed();
    }

    @Test
    void hasThePackageAndSeesWhatTheOriginalHas() throws Exception {
        var told = new ArrayList<String>();
        var made = copies.create("numpy", original, new StopSignal(), told::add);
        assumeFalse(made instanceof Made.Offline, "the package index cannot be reached");
        assertTrue(made instanceof Made.Ready, made::toString);
        Interpreter copy = copies.with("numpy", original).orElseThrow();
        assertEquals(
                "2 installed editable\n",
                run(
                        copy.executable(),
                        "-c",
                        "import numpy, installed, editable; print(numpy.arange(3)[-1],"
                                + " installed.NAME, editable.NAME)"));
        assertEquals("Making an environment with " + original.label(), told.getFirst());
        assertTrue(told.stream().anyMatch(it -> it.startsWith("Installing")), told::toString);
        assertTrue(ImportTime.of("numpy", copy).orElseThrow().seconds() > 0);
        assertEquals(Optional.empty(), ImportTime.of("numpy", original));
    }

    @Test
    void aCancelledOneLeavesNothing() throws Exception {
        var stop = new StopSignal();
        var made = copies.create("numpy", original, stop, _ -> stop.request());
        assertEquals(new Made.Cancelled(), made);
        assertEquals(Optional.empty(), copies.with("numpy", original));
        try (var left = Files.list(folder.resolve("copies"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void addsOnlyWhatItHasHashesOf() {
        assertThrows(
                IllegalArgumentException.class,
                () -> copies.create("nonsense", original, new StopSignal(), _ -> {}));
    }
}
