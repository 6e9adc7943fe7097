package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pareto.program.Interpreter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

class InterpretersTest {
    @TempDir Path folder;

    private Path python;
    private Path bin;
    private String version;
    private Interpreters interpreters;
    private Path root;

    @BeforeEach
    void findsOne() throws Exception {
        assumeFalse(InstalledPythons.all().isEmpty());
        var newest = InstalledPythons.all().entrySet().stream().reduce((a, b) -> b).orElseThrow();
        version = newest.getKey();
        python = newest.getValue();
        bin = python.resolveSibling("");
        interpreters = withPath(bin.toString());
        root = Files.createDirectories(folder.resolve("unpacked/program"));
    }

    @Test
    void findsEachInterpreterOfThisMachineOnceAndNewestFirst() throws Exception {
        var all =
                new Interpreters(System.getenv(), Path.of(System.getProperty("user.home")))
                        .onThisMachine();
        var versions = all.stream().map(Interpreter::version).collect(Collectors.toSet());
        assertTrue(versions.containsAll(InstalledPythons.all().keySet()), versions::toString);
        var minors = all.stream().map(Interpreter::minor).toList();
        assertEquals(minors.stream().sorted((a, b) -> b - a).toList(), minors);
        var real = all.stream().filter(i -> i.environment() == null).map(this::real).toList();
        assertEquals(real.stream().distinct().toList(), real);
    }

    @Test
    void passesOverShimsAndRelativeFoldersOfThePath() throws Exception {
        Path marker = folder.resolve("marker");
        Path shims = Files.createDirectories(folder.resolve("shims"));
        marking(shims.resolve("python3"), marker);
        Path here = Path.of("").toAbsolutePath();
        String relative = here.relativize(bin).toString();
        var found = withPath(shims + File.pathSeparator + relative).onThisMachine();
        assertFalse(Files.exists(marker));
        assertFalse(found.stream().anyMatch(i -> i.executable().startsWith(shims)));
    }

    @Test
    void readsAboutAnEnvironmentInTheRootAndExecutesNothingOfIt() throws Exception {
        Path marker = folder.resolve("marker");
        Path environment = environment(".venv", bin);
        marking(environment.resolve("bin/python"), marker);
        var expected =
                new Interpreter(
                        environment.resolve("bin/python"), python, version, "CPython", environment);
        var inside = interpreters.inside(root);
        assertEquals(List.of(expected), inside.stream().map(this::withRealBase).toList());
        assertEquals(
                Optional.of(expected),
                interpreters.at(environment.resolve("bin/python"), root).map(this::withRealBase));
        assertEquals(
                Optional.of(expected), interpreters.at(environment, root).map(this::withRealBase));
        assertFalse(Files.exists(marker), "something in the root was executed");
    }

    @Test
    void refusesAnEnvironmentWhoseBaseCameWithIt() throws Exception {
        Path marker = folder.resolve("marker");
        Path within = Files.createDirectories(root.resolve("tools/bin"));
        Path beside = Files.createDirectories(root.resolveSibling("tools/bin"));
        for (Path bin : List.of(within, beside)) {
            // A real program, not a script, as a hostile one would be.
            Files.copy(Path.of("/bin/true"), bin.resolve("python3"));
            marking(bin.resolve("python"), marker);
        }
        Path linked = Files.createSymbolicLink(folder.resolve("looks-outside"), within);
        for (Path home : List.of(within, beside, linked, Path.of("tools/bin"))) {
            Path environment = environment(".venv", home);
            marking(environment.resolve("bin/python"), marker);
            assertEquals(List.of(), interpreters.inside(root), home::toString);
            assertEquals(
                    Optional.empty(), interpreters.at(environment.resolve("bin/python"), root));
        }
        assertEquals(Optional.empty(), interpreters.at(within.resolve("python"), root));
        assertFalse(Files.exists(marker), "something in the root was executed");
    }

    @Test
    void acceptsAnEnvironmentOutsideOfTheRoot() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        new ProcessBuilder(python.toString(), "-m", "venv", "--without-pip", elsewhere.toString())
                .start()
                .waitFor();
        Path executable = elsewhere.resolve("bin/python");
        assumeTrue(Files.exists(executable));
        assertEquals(
                Optional.of(new Interpreter(executable, python, version, "CPython", elsewhere)),
                interpreters.at(executable, root).map(this::withRealBase));
    }

    @Test
    void findsTheActiveEnvironmentByReading() throws Exception {
        Path marker = folder.resolve("marker");
        Path environment = environment(".venv", bin);
        Path active = environment.resolve("bin");
        Files.createLink(
                active.resolve("python"), Files.copy(Path.of("/bin/true"), folder.resolve("x")));
        var found = withPath(active + File.pathSeparator + bin).onThisMachine();
        assertTrue(
                found.stream().anyMatch(i -> environment.equals(i.environment())), found::toString);
        assertFalse(Files.exists(marker));
    }

    @Test
    void saysNothingOfWhatIsNoPython() throws Exception {
        Path text = Files.writeString(folder.resolve("python3"), "no program");
        assertEquals(Optional.empty(), interpreters.at(text, root));
        assertEquals(Optional.empty(), interpreters.at(Path.of("/bin/true"), root));
        assertEquals(Optional.empty(), interpreters.at(folder.resolve("missing"), root));
    }

    private Interpreters withPath(String path) {
        return new Interpreters(Map.of("PATH", path), folder.resolve("home"));
    }

    private Path environment(String name, Path home) throws Exception {
        Path environment = root.resolve(name);
        ScratchFolders.delete(environment);
        Files.createDirectories(environment.resolve("bin"));
        Files.writeString(
                environment.resolve("pyvenv.cfg"),
                "home = %s\ninclude-system-site-packages = false\nversion = %s\n"
                        .formatted(home, version));
        return environment;
    }

    /// A script that leaves a file when it is executed.
    private static void marking(Path file, Path marker) throws Exception {
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\necho executed > " + marker + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Which of several names of the base interpreter was found does not matter here.
    private Interpreter withRealBase(Interpreter found) {
        return real(found).equals(real(python))
                ? new Interpreter(
                        found.executable(),
                        python,
                        found.version(),
                        found.implementation(),
                        found.environment())
                : found;
    }

    private Path real(Interpreter interpreter) {
        return real(interpreter.base());
    }

    private Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
