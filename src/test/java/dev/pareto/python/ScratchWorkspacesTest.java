package dev.pareto.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Program.Trust;
import dev.pareto.python.Workspaces.Made;
import dev.pareto.quantity.Bytes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

class ScratchWorkspacesTest {
    @TempDir Path folder;

    private Fixture fixture;
    private Path outside;
    private PythonSources sources;
    private Launcher launcher;

    @BeforeEach
    void makesAProgram() throws Exception {
        assumeFalse(InstalledPythons.all().isEmpty());
        var python = InstalledPythons.all().entrySet().iterator().next();
        sources = PythonSources.extract();
        launcher = new LinuxLauncher(python.getValue(), sources);
        fixture =
                new Fixture(
                        folder.resolve("work/my program"),
                        python.getValue(),
                        python.getKey(),
                        launcher);
        fixture.file("main.py", "print('hello')\n").file("data/in.txt", "input");
        outside = Files.createDirectories(folder.resolve("elsewhere"));
    }

    @AfterEach
    void close() {
        launcher.close();
        sources.close();
    }

    @Test
    void copiesWhatBelongsToTheProgram() throws Exception {
        fixture.file(".env", "A=1").file("pkg/mod.py", "").file("pkg/__pycache__/old.pyc", "");
        fixture.file(".git/config", "").file("venv/pyvenv.cfg", "").file("venv/lib/x.py", "");
        fixture.file("node_modules/a.js", "").file(".mypy_cache/a", "").file("left/out.txt", "");
        fixture.options(new CopyOptions(Bytes.ofMega(1), Set.of("left"), Set.of()));
        try (var workspace = fixture.make(fixture.script("main.py"), Map.of())) {
            assertEquals(
                    Set.of(".env", "data/in.txt", "main.py", "pkg/mod.py"),
                    files(workspace.root()));
            assertEquals("my program", workspace.root().getFileName().toString());
        }
    }

    @Test
    void listsOwnCode() throws Exception {
        fixture.file("pkg/mod.py", "").file(".hidden/a.py", "").file("venv/pyvenv.cfg", "");
        fixture.file("venv/lib/x.py", "").file("notes.txt", "").file("pkg/__pycache__/c.py", "");
        assertEquals(List.of("main.py", "pkg/mod.py"), ProgramFiles.ownCode(fixture.root));
    }

    @Test
    void writesThroughNoLink() throws Exception {
        Files.writeString(outside.resolve("file.txt"), "theirs");
        fixture.file("kept/a.txt", "a");
        link("to-folder", outside);
        link("to-file", outside.resolve("file.txt"));
        link("to-nothing", outside.resolve("missing.txt"));
        link("within", fixture.root.resolve("kept"));
        link("above", fixture.root.resolveSibling(""));
        fixture.file(
                "main.py",
                """
                for name in "to-folder/file.txt", "to-file", "to-nothing", "within/a.txt", "above/x":
                    open(name, "w").write("ours")
                open("above/my program/data/in.txt", "w").write("ours")
                """);
        var before = Fixture.state(folder);
        try (var workspace = fixture.make(fixture.script("main.py"), Map.of())) {
            assertEquals("", fixture.run(workspace));
            assertEquals(
                    Set.of(
                            "to-folder/file.txt",
                            "to-file",
                            "to-nothing",
                            "kept/a.txt",
                            "above/x",
                            "data/in.txt"),
                    workspace.leftFiles().keySet());
            workspace.reset();
            assertEquals(Map.of(), workspace.leftFiles());
        }
        assertEquals(Map.of(), Fixture.differences(before, Fixture.state(folder)));
    }

    @Test
    void linksWhatTheUserWantsLinked() throws Exception {
        fixture.options(new CopyOptions(Bytes.ofMega(1), Set.of(), Set.of("data")));
        fixture.file("main.py", "open('data/out.txt', 'w').write(open('data/in.txt').read())");
        try (var workspace = fixture.make(fixture.script("main.py"), Map.of())) {
            assertEquals("", fixture.run(workspace));
            assertEquals(Map.of(), workspace.leftFiles());
            workspace.reset();
        }
        assertEquals("input", Files.readString(fixture.root.resolve("data/out.txt")));
        fixture.file("data/code.py", "");
        var refused = fixture.tryToMake(fixture.script("main.py"), Map.of("data/code.py", "x"));
        assertTrue(refused instanceof Made.Failed, refused::toString);
        assertEquals("", Files.readString(fixture.root.resolve("data/code.py")));
    }

    @Test
    void saysWhatIsLargest() throws Exception {
        fixture.file("data/deep/big.txt", "x".repeat(5000)).file("top.txt", "x".repeat(4000));
        fixture.file("pkg/mod.py", "x").file("pkg/files/y.txt", "x".repeat(3000));
        fixture.options(new CopyOptions(new Bytes(10_000), Set.of(), Set.of()));
        assertEquals(
                new Made.TooLarge(
                        new Bytes(12_021),
                        new Bytes(10_000),
                        List.of("data", "top.txt", "pkg/files", "main.py", "pkg/mod.py")),
                fixture.tryToMake(fixture.script("main.py"), Map.of()));
        fixture.options(new CopyOptions(new Bytes(10_000), Set.of("data"), Set.of()));
        fixture.make(fixture.script("main.py"), Map.of()).close();
    }

    @Test
    void saysWhichFilesARunLeft() throws Exception {
        fixture.file("same.txt", "same").file("touched.txt", "old").file("gone.txt", "");
        fixture.file("part.py", "");
        fixture.file(
                "main.py",
                """
                import os, part
                open("new.txt", "w").write("abc")
                before = os.stat("touched.txt")
                open("touched.txt", "w").write("new")
                os.utime("touched.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
                os.remove("gone.txt")
                os.mkdir("empty")
                os.symlink("new.txt", "link")
                os.mkfifo("fifo")
                open("same.txt").read()
                """);
        try (var workspace = fixture.make(fixture.script("main.py"), Map.of())) {
            assertEquals("", fixture.run(workspace));
            assertEquals(
                    Map.of(
                            "new.txt",
                            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                            "touched.txt",
                            "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437",
                            "gone.txt",
                            "deleted",
                            "link",
                            "link to new.txt",
                            "fifo",
                            "no regular file"),
                    workspace.leftFiles());
        }
    }

    @Test
    void putsTheCopyBackWhateverARunDidToIt() throws Exception {
        fixture.file("part.py", "").file("deep/a/b.txt", "b").file("locked/c.txt", "c");
        Files.writeString(outside.resolve("precious.txt"), "precious");
        fixture.file(
                "main.py",
                """
                import os, part, shutil, sys
                what = sys.argv[1]
                if what == "links":
                    shutil.rmtree("deep")
                    os.symlink(sys.argv[2], "deep")
                    os.remove("data/in.txt")
                    os.symlink(sys.argv[2] + "/precious.txt", "data/in.txt")
                elif what == "kinds":
                    shutil.rmtree("deep")
                    open("deep", "w").close()
                    os.remove("data/in.txt")
                    os.mkdir("data/in.txt")
                    os.mkfifo("data/in.txt/fifo")
                elif what == "lock":
                    os.makedirs("locked/more")
                    os.chmod("locked/more", 0)
                    os.chmod("locked", 0)
                    os.chmod("main.py", 0)
                else:
                    shutil.rmtree(os.getcwd())
                    shutil.rmtree(os.path.dirname(os.getcwd() if 0 else sys.path[0]))
                """);
        var before = Fixture.state(folder);
        try (var workspace = fixture.make(fixture.script("main.py"), Map.of())) {
            var clean = contents(workspace.root());
            for (String what : List.of("links", "kinds", "lock", "all")) {
                assertEquals("", fixture.run(workspace, what, outside.toString()), what);
                assertFalse(workspace.leftFiles().isEmpty(), what);
                var kept = Files.exists(workspace.root()) ? code(workspace.root()) : List.of();
                workspace.reset();
                assertEquals(clean, contents(workspace.root()), what);
                assertEquals(Map.of(), workspace.leftFiles(), what);
                assertEquals(kept, code(workspace.root()), what);
                assertEquals(what.equals("all") ? 0 : 1, kept.size());
            }
        }
        assertEquals(Map.of(), Fixture.differences(before, Fixture.state(folder)));
    }

    @Test
    void keepsTheWorkingFoldersRelationToTheRoot() throws Exception {
        fixture.file("sub/main.py", "import os\nprint(os.getcwd())\nopen('out', 'w').close()\n");
        var program = fixture.script("sub/main.py");
        for (var relation :
                Map.of("sub", "sub/out", "..", "../out", "../../a/b", "../../a/b/out").entrySet()) {
            Path working = fixture.root.resolve(relation.getKey()).normalize();
            try (var workspace = fixture.make(program.withWorkingFolder(working), Map.of())) {
                Path expected = workspace.root().resolve(relation.getKey()).normalize();
                assertEquals(expected + "\n", fixture.run(workspace));
                assertEquals(Set.of(relation.getValue()), workspace.leftFiles().keySet());
                workspace.reset();
                assertEquals(expected + "\n", fixture.run(workspace));
            }
        }
    }

    @Test
    void inheritsTheUsersEnvironmentOnlyForTheirOwnPrograms() throws Exception {
        fixture.users("DATABASE_URL", "secret").users("LC_ALL", "C.UTF-8");
        fixture.users("PYTHONDONTWRITEBYTECODE", "1").users("PYTHONPATH", "/theirs");
        var own = fixture.script("main.py").withEnvironment(Map.of("MINE", "1"));
        var lesson =
                new Program(
                        own.root(),
                        own.target(),
                        own.interpreter(),
                        own.root(),
                        own.environment(),
                        Trust.LESSON);
        for (Program program : List.of(own, lesson)) {
            boolean inherits = program.trust() == Trust.OWN;
            try (var workspace = fixture.make(program, Map.of())) {
                var command =
                        workspace.command(
                                Input.of("--n", "3"), Limits.own(), Map.of("PYTHONHASHSEED", "7"));
                var variables = command.environment();
                assertEquals("1", variables.get("MINE"));
                assertEquals("7", variables.get("PYTHONHASHSEED"));
                assertEquals("C.UTF-8", variables.get("LC_ALL"));
                assertEquals(inherits, variables.containsKey("DATABASE_URL"));
                assertFalse(variables.containsKey("PYTHONDONTWRITEBYTECODE"));
                assertEquals(
                        (inherits ? "/theirs:" : "") + workspace.root(),
                        variables.get("PYTHONPATH"));
                assertEquals(
                        List.of(
                                own.interpreter().executable().toString(),
                                workspace.root().resolve("main.py").toString(),
                                "--n",
                                "3"),
                        command.argv());
                assertEquals(workspace.root(), command.folder());
            }
        }
    }

    @Test
    void keepsAFilesEncoding() throws Exception {
        String declared = "# -*- coding: latin-1 -*-\n";
        Files.write(
                fixture.root.resolve("main.py"),
                (declared + "print('é')\n").getBytes(StandardCharsets.ISO_8859_1));
        var program = fixture.script("main.py");
        try (var workspace = fixture.make(program, Map.of("main.py", declared + "print('à')\n"))) {
            assertEquals("à\n", fixture.users("PYTHONUTF8", "1").run(workspace));
        }
        var made = fixture.tryToMake(program, Map.of("main.py", declared + "print('→')\n"));
        assertEquals(
                new Made.Failed(
                        "The changed main.py has characters that its encoding cannot express."
                                + " Nothing was run. Declare UTF-8 in its first line, or replace"
                                + " them."),
                made);
    }

    @Test
    void refusesWhatCannotBeMade() throws Exception {
        for (String path : List.of("../x.py", "/tmp/x.py", "a/../../x.py")) {
            var made = fixture.tryToMake(fixture.script("main.py"), Map.of(path, ""));
            assertTrue(made instanceof Made.Failed, made::toString);
        }
        assertTrue(fixture.tryToMake(fixture.script("no.py"), Map.of()) instanceof Made.Failed);
        assertFalse(Files.exists(fixture.root.resolve("../x.py")));
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Path root;
        try (var workspace = fixture.make(fixture.script("main.py"), Map.of("new/a.py", "x = 1"))) {
            root = workspace.root();
            assertEquals("x = 1", Files.readString(root.resolve("new/a.py")));
            assertEquals(Map.of(), workspace.leftFiles());
        }
        assertFalse(Files.exists(root.resolve("../..").normalize()));
    }

    private static List<Path> code(Path root) {
        return ByteCode.below(root).stream().map(root::relativize).toList();
    }

    private void link(String name, Path target) throws Exception {
        Files.createSymbolicLink(fixture.root.resolve(name), target);
    }

    private static Set<String> files(Path folder) throws Exception {
        return new TreeSet<>(contents(folder).keySet());
    }

    /// Path → content, of files; caches left out.
    private static Map<String, String> contents(Path folder) throws Exception {
        var contents = new java.util.TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && !file.toString().contains("__pycache__")) {
                    contents.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return contents;
    }
}
