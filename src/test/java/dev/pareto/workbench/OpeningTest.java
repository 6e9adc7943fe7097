package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pareto.program.Program;
import dev.pareto.program.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class OpeningTest {
    private static final String GUARDED = "if __name__ == \"__main__\":\n    print(1)\n";

    @TempDir Path folder;
    private Desk desk;

    @BeforeEach
    void setUp() throws Exception {
        desk = Desk.in(folder);
    }

    @AfterEach
    void tearDown() {
        desk.close();
    }

    @Test
    void aScriptOpensWithTheOwnCodeBesideIt() throws Exception {
        Path script = Desk.write(desk.folder().resolve("work/main.py"), "import helper\n");
        Desk.write(desk.folder().resolve("work/a/helper.py"), "");
        Desk.write(desk.folder().resolve("work/.hidden/x.py"), "");
        Desk.write(desk.folder().resolve("work/env/pyvenv.cfg"), "");
        Desk.write(desk.folder().resolve("work/env/lib/x.py"), "");
        try (Session session = desk.open(script)) {
            assertEquals(List.of("main.py", "a/helper.py"), session.snapshot().files());
            Program program = session.snapshot().program();
            assertEquals(desk.folder().resolve("work"), program.root());
            assertEquals(program.root(), program.workingFolder());
            assertEquals(new Target.Script("main.py"), program.target());
            assertEquals("import helper\n", session.text("baseline", "main.py").text());
        }
    }

    @Test
    void theRootIsTheNearestFolderWithAProjectFile() throws Exception {
        Path script = Desk.write(desk.folder().resolve("p/tools/main.py"), "");
        Desk.write(desk.folder().resolve("p/pyproject.toml"), "");
        try (Session session = desk.open(script)) {
            assertEquals(desk.folder().resolve("p"), session.snapshot().program().root());
            assertEquals(new Target.Script("tools/main.py"), session.snapshot().program().target());
        }
    }

    @Test
    void theHomeFolderIsNoRoot() throws Exception {
        Path script = Desk.write(desk.folder().resolve("home/scripts/main.py"), "");
        Files.createDirectories(desk.folder().resolve("home/.git"));
        try (Session session = desk.open(script)) {
            assertEquals(
                    desk.folder().resolve("home/scripts"), session.snapshot().program().root());
        }
    }

    @Test
    void aFolderWithOneEntryOpensIt() throws Exception {
        Desk.write(desk.folder().resolve("w/helper.py"), "x = 1\n");
        Desk.write(desk.folder().resolve("w/tool.py"), GUARDED);
        try (Session session = desk.open(desk.folder().resolve("w"))) {
            assertEquals(new Target.Script("tool.py"), session.snapshot().program().target());
        }
    }

    @Test
    void aFolderWithSeveralEntriesAsks() throws Exception {
        Desk.write(desk.folder().resolve("w/deep/b.py"), GUARDED);
        Desk.write(desk.folder().resolve("w/a.py"), GUARDED);
        Desk.write(desk.folder().resolve("w/test_a.py"), GUARDED);
        Desk.write(desk.folder().resolve("w/src/app/__main__.py"), "print(1)\n");
        assertEquals(
                new Opened.Choice(
                        desk.folder().resolve("w"),
                        List.of(
                                new Target.Module("app"),
                                new Target.Script("a.py"),
                                new Target.Script("test_a.py"),
                                new Target.Script("deep/b.py"))),
                desk.workbench().open(Opening.of(desk.folder().resolve("w"))));
    }

    @Test
    void theChosenEntryOpens() throws Exception {
        Path root = desk.folder().resolve("w");
        Desk.write(root.resolve("pkg/__init__.py"), "");
        Desk.write(root.resolve("pkg/__main__.py"), "print(2)\n");
        try (Session session = desk.open(Opening.of(root, new Target.Module("pkg")))) {
            assertEquals("-m pkg", session.snapshot().program().label());
            assertEquals("pkg/__main__.py", session.snapshot().files().getFirst());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "missing.py, There is no file",
        "notes.ipynb, is a notebook",
        "data.txt, is not a Python script",
        "latin.py, cannot be read as Python source",
        "nul.py, holds a NUL character",
        "empty, There is no Python file"
    })
    void whatCannotBeOpenedSaysWhy(String name, String what) throws Exception {
        Desk.write(desk.folder().resolve("w/notes.ipynb"), "{}");
        Desk.write(desk.folder().resolve("w/data.txt"), "");
        Files.write(desk.folder().resolve("w/latin.py"), new byte[] {'#', (byte) 0xE9, '\n'});
        Files.write(desk.folder().resolve("w/nul.py"), new byte[] {'x', 0, '\n'});
        Files.createDirectories(desk.folder().resolve("w/empty"));
        Problem problem = refused(Opening.of(desk.folder().resolve("w").resolve(name)));
        assertEquals(Problem.Kind.USAGE, problem.kind());
        assertEquals(
                List.of(what), List.of(what).stream().filter(problem.what()::contains).toList());
        assertFalse(problem.remedy().isBlank());
    }

    @Test
    void anInterpreterThatIsNoneIsMissing() throws Exception {
        Path script = Desk.write(desk.folder().resolve("w/a.py"), "");
        Problem problem = refused(Opening.of(script).withPython(desk.folder().resolve("python")));
        assertEquals(Problem.Kind.MISSING, problem.kind());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingOfTheFolderIsExecuted() throws Exception {
        Path root = desk.folder().resolve("trap");
        Path marker = desk.folder().resolve("executed");
        var base = desk.workbench().interpreters(null).getFirst();
        trap(root.resolve(".venv/bin/python"), marker);
        Desk.write(
                root.resolve(".venv/pyvenv.cfg"),
                "home = %s%nversion = %s%n"
                        .formatted(base.executable().getParent(), base.version()));
        Desk.write(
                root.resolve("sitecustomize.py"),
                "open(%r, 'w')\n".replace("%r", "'" + marker + "'"));
        Path script = Desk.write(root.resolve("a.py"), "open('" + marker + "', 'w')\n");
        try (Session session = desk.open(script)) {
            var python = session.snapshot().program().interpreter();
            assertEquals(root.resolve(".venv/bin/python"), python.executable());
            assertFalse(python.base().startsWith(root), python.base().toString());
            assertEquals(base.version(), python.version());
        }
        assertFalse(Files.exists(marker), "something of the opened folder was executed");
    }

    private static void trap(Path file, Path marker) throws IOException {
        Desk.write(file, "#!/bin/sh\ntouch '" + marker + "'\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("not executable: " + file);
        }
    }

    @Test
    void aSecondWindowIsToldThatTheProgramIsOpen() throws Exception {
        Path script = Desk.write(desk.folder().resolve("w/a.py"), "");
        try (Session _ = desk.open(script)) {
            assertEquals(
                    "a.py is already open in another window of Pareto.",
                    refused(Opening.of(script)).what());
            desk.open(Opening.of(script).asGuest()).close();
        }
        desk.open(script).close();
    }

    private Problem refused(Opening opening) {
        return assertThrows(ProblemException.class, () -> desk.workbench().open(opening)).problem();
    }
}
