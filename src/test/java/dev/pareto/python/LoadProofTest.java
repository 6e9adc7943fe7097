package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pareto.program.Program;
import dev.pareto.python.Workspace.Proof;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The variant is what runs, and where it is not, that is seen. On every interpreter, and with the
/// user's folder left as it was.
class LoadProofTest {
    private static final String ORIGINAL = "def who():\n    return 'original'\n";
    private static final String CHANGED = "def who():\n    return 'variant!'\n";
    private static final String MAIN = "from app.core import who\nprint(who())\n";

    @TempDir static Path folder;
    private static PythonSources sources;
    private static Launcher launcher;
    private static SortedMap<String, Path> pythons;

    @BeforeAll
    static void open() throws Exception {
        var minors = new HashSet<String>();
        pythons = InstalledPythons.all();
        pythons.keySet().removeIf(v -> !minors.add(v.replaceFirst("\\.\\d+$", "")));
        org.junit.jupiter.api.Assumptions.assumeFalse(pythons.isEmpty());
        sources = PythonSources.extract();
        launcher = new LinuxLauncher(pythons.values().iterator().next(), sources);
    }

    @AfterAll
    static void close() {
        launcher.close();
        sources.close();
    }

    @TestFactory
    Stream<DynamicTest> flat() {
        return each(
                f -> {
                    f.file("main.py", MAIN)
                            .file("app/core.py", ORIGINAL)
                            .file("app/__init__.py", "");
                    variantRuns(f, f.script("main.py"), "app/core.py");
                    f.file("single.py", ORIGINAL + "print(who())\n");
                    variantRuns(f, f.script("single.py"), "single.py", CHANGED + "print(who())\n");
                });
    }

    @TestFactory
    Stream<DynamicTest> packageStartedAsModule() {
        return each(
                f -> {
                    f.file("app/__init__.py", "").file("app/core.py", ORIGINAL);
                    f.file("app/__main__.py", MAIN);
                    variantRuns(f, f.module("app"), "app/core.py");
                    variantRuns(
                            f,
                            f.module("app").withWorkingFolder(f.root.resolve("app")),
                            "app/core.py");
                    f.file("app/core.py", ORIGINAL + "print(who())\n");
                    variantRuns(f, f.module("app.core"), "app/core.py", CHANGED + "print(who())\n");
                });
    }

    @TestFactory
    Stream<DynamicTest> sourceLayoutThatIsInstalledEditable() {
        return oldestAndNewest(
                f -> {
                    f.file("tools/run.py", MAIN);
                    f.file("src/app/__init__.py", "").file("src/app/core.py", ORIGINAL);
                    Path packages = f.environment(f.root.resolve(".venv"));
                    Files.writeString(packages.resolve("_app.pth"), f.root.resolve("src") + "\n");
                    variantRuns(f, f.script("tools/run.py"), "src/app/core.py");
                });
    }

    /// As setuptools writes it by default, for packages whose folders lie and are named elsewhere.
    @TestFactory
    Stream<DynamicTest> editableFinder() {
        return oldestAndNewest(
                f -> {
                    f.file("tools/run.py", "import named, other.core\nprint(other.core.who())\n");
                    f.file("code/here/other/__init__.py", "from named import who");
                    f.file("code/here/other/core.py", ORIGINAL);
                    f.file("code/lib/__init__.py", ORIGINAL);
                    Path packages = f.environment(f.root.resolve(".venv"));
                    Files.writeString(
                            packages.resolve("__editable__.app-0.1.pth"),
                            "import __editable___app_0_1_finder;"
                                    + " __editable___app_0_1_finder.install()");
                    Files.writeString(
                            packages.resolve("__editable___app_0_1_finder.py"),
                            FINDER.replace("ROOT", f.root.toString()));
                    // As pip does after an installation.
                    ByteCode.compile(
                            f.script("tools/run.py").interpreter().base(),
                            List.of(packages.resolve("__editable___app_0_1_finder.py")));
                    variantRuns(f, f.script("tools/run.py"), "code/here/other/core.py");
                    f.file("tools/run.py", "import named\nprint(named.who())\n");
                    variantRuns(f, f.script("tools/run.py"), "code/lib/__init__.py");
                });
    }

    /// As setuptools writes it in strict mode: a folder with links to the sources.
    @TestFactory
    Stream<DynamicTest> editableByLinks() {
        return oldestAndNewest(
                f -> {
                    f.file("tools/run.py", "import app.core\nprint(app.core.who())\n");
                    f.file("lib/__init__.py", "").file("lib/core.py", ORIGINAL);
                    Path links = f.root.resolve("build/__editable__.app-0.1-py3-none-any");
                    Files.createDirectories(links.resolve("app"));
                    for (String name : List.of("__init__.py", "core.py")) {
                        Files.createSymbolicLink(
                                links.resolve("app").resolve(name),
                                f.root.resolve("lib").resolve(name));
                    }
                    Path packages = f.environment(f.root.resolve(".venv"));
                    Files.writeString(packages.resolve("__editable__.app-0.1.pth"), links + "\n");
                    variantRuns(f, f.script("tools/run.py"), "lib/core.py");
                });
    }

    @TestFactory
    Stream<DynamicTest> usersPythonPath() {
        return oldestAndNewest(
                f -> {
                    f.file("tools/run.py", MAIN);
                    f.file("lib/app/__init__.py", "").file("lib/app/core.py", ORIGINAL);
                    f.users("PYTHONPATH", "/nowhere:" + f.root.resolve("lib"));
                    variantRuns(f, f.script("tools/run.py"), "lib/app/core.py");
                });
    }

    @TestFactory
    Stream<DynamicTest> absolutePathAppended() {
        return oldestAndNewest(
                f -> {
                    f.file("lib/app/__init__.py", "").file("lib/app/core.py", ORIGINAL);
                    f.file("run.py", "import sys\nsys.path.append('" + f.root + "/lib')\n" + MAIN);
                    variantRuns(f, f.script("run.py"), "lib/app/core.py");
                });
    }

    @TestFactory
    Stream<DynamicTest> loadedWithoutByteCode() {
        return each(
                f -> {
                    f.file("app/core.py", ORIGINAL).file("app/__init__.py", "");
                    f.file("run.py", "import sys\nsys.dont_write_bytecode = True\n" + MAIN);
                    variantRuns(f, f.script("run.py"), "app/core.py");
                    f.file("part.py", ORIGINAL + "print(who())\n");
                    f.file("run.py", "import runpy\nrunpy.run_path('part.py')\n");
                    variantRuns(f, f.script("run.py"), "part.py", CHANGED + "print(who())\n");
                });
    }

    @TestFactory
    Stream<DynamicTest> seesThatTheOriginalRan() {
        return oldestAndNewest(
                f -> {
                    f.file("lib/app/__init__.py", "").file("lib/app/core.py", ORIGINAL);
                    f.file(
                            "run.py",
                            "import sys\nsys.path.insert(0, '%s/lib')\n%s".formatted(f.root, MAIN));
                    // What Python would write there in any case, whatever starts the program.
                    f.users("PYTHONDONTWRITEBYTECODE", "1");
                    try (var workspace =
                            f.make(f.script("run.py"), Map.of("lib/app/core.py", CHANGED))) {
                        assertEquals("original\n", f.run(workspace));
                        assertEquals(
                                new Proof.NotLoaded(
                                        "lib/app/core.py",
                                        "the program puts its own folder on sys.path by an absolute"
                                                + " path (run.py, line 2), so that the original was"
                                                + " imported. Use a path relative to __file__ there"),
                                workspace.proof());
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> seesThatAnInstalledCopyRan() {
        return oldestAndNewest(
                f -> {
                    f.file("lib/app/__init__.py", "").file("lib/app/core.py", ORIGINAL);
                    f.file("tools/run.py", MAIN);
                    Path packages = f.environment(f.root.resolve(".venv"));
                    Files.createDirectories(packages.resolve("app"));
                    Files.writeString(packages.resolve("app/core.py"), ORIGINAL);
                    try (var workspace =
                            f.make(f.script("tools/run.py"), Map.of("lib/app/core.py", CHANGED))) {
                        assertEquals("original\n", f.run(workspace));
                        assertEquals(
                                new Proof.NotLoaded(
                                        "lib/app/core.py",
                                        "it was never imported from the program's folder; "
                                                + packages.resolve("app/core.py")
                                                + " has the same name, and was probably imported"
                                                + " instead. Install the program as editable (pip"
                                                + " install -e)"),
                                workspace.proof());
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> seesThatAFileWasNotNeeded() {
        return oldestAndNewest(
                f -> {
                    f.file("run.py", "if False:\n    import part\n").file("part.py", "");
                    try (var workspace = f.make(f.script("run.py"), Map.of("part.py", CHANGED))) {
                        workspace.compileAhead();
                        f.run(workspace);
                        workspace.reset();
                        assertEquals(
                                new Proof.NotLoaded("part.py", "it was never imported in this run"),
                                workspace.proof());
                    }
                });
    }

    private static void variantRuns(Fixture fixture, Program program, String path)
            throws Exception {
        variantRuns(fixture, program, path, CHANGED);
    }

    /// The variant runs and is proven, whether or not byte code was made ahead and the copy put
    /// back; the baseline runs the original; and nothing of the user's folder has changed.
    private static void variantRuns(Fixture fixture, Program program, String path, String text)
            throws Exception {
        var before = Fixture.state(fixture.root);
        try (var baseline = fixture.make(program, Map.of());
                var variant = fixture.make(program, Map.of(path, text))) {
            assertEquals(baseline.root().toString().length(), variant.root().toString().length());
            baseline.compileAhead();
            variant.compileAhead();
            assertEquals("original\n", fixture.run(baseline));
            assertEquals(new Proof.Loaded(), baseline.proof());
            assertEquals("variant!\n", fixture.run(variant));
            assertEquals(new Proof.Loaded(), variant.proof());
            variant.compileAhead();
            variant.reset();
            assertEquals(Map.of(), variant.leftFiles());
            assertEquals("variant!\n", fixture.run(variant));
            assertEquals(new Proof.Loaded(), variant.proof());
            assertEquals(Map.of(), variant.leftFiles());
        }
        assertEquals(Map.of(), Fixture.differences(before, Fixture.state(fixture.root)));
    }

    private interface Check {
        void on(Fixture fixture) throws Exception;
    }

    private static Stream<DynamicTest> each(Check check) {
        return on(pythons, check);
    }

    /// For what depends on the folders, and not on how a version keeps byte code.
    private static Stream<DynamicTest> oldestAndNewest(Check check) {
        var two = new TreeMap<>(pythons);
        two.keySet().retainAll(List.of(pythons.firstKey(), pythons.lastKey()));
        return on(two, check);
    }

    private static Stream<DynamicTest> on(SortedMap<String, Path> interpreters, Check check) {
        return interpreters.entrySet().stream()
                .map(
                        python ->
                                dynamicTest(
                                        python.getKey(),
                                        () ->
                                                check.on(
                                                        new Fixture(
                                                                Files.createTempDirectory(
                                                                                folder, "user")
                                                                        .resolve("program"),
                                                                python.getValue(),
                                                                python.getKey(),
                                                                launcher))));
    }

    private static final String FINDER =
            """
            from __future__ import annotations
            import sys
            from importlib.machinery import PathFinder
            from importlib.util import spec_from_file_location
            from pathlib import Path

            MAPPING: dict[str, str] = {'named': 'ROOT/code/lib', 'other': 'ROOT/code/here/other'}
            NAMESPACES: dict[str, list[str]] = {}


            class _EditableFinder:
                @classmethod
                def find_spec(cls, fullname, path=None, target=None):
                    if fullname in MAPPING:
                        init = Path(MAPPING[fullname], "__init__.py")
                        return spec_from_file_location(fullname, init)
                    return None


            def install():
                sys.meta_path.append(_EditableFinder)
            """;
}
