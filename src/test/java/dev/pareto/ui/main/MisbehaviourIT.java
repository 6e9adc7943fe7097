package dev.pareto.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.python.InstalledPythons;
import dev.pareto.ui.fx.Fx;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Programs that do not do what they should, through the window: each ends in words that help,
/// leaves nothing running, and nothing of the user's is touched.
@ExtendWith(Fx.class)
class MisbehaviourIT {
    private static final long SECOND = 1_000_000_000L;

    @TempDir Path data;
    @TempDir Path root;

    private OpenWindow window;

    /// The user's files as they were when something was last asked for.
    private final Map<String, String> asked = new TreeMap<>();

    @BeforeEach
    void open() throws Exception {
        window = new OpenWindow(data, 1440, 900);
        window.awaitText("Open a program", 30);
    }

    @AfterEach
    void close() throws IOException {
        window.close();
        var now = folder();
        now.keySet().retainAll(asked.keySet());
        assertEquals(asked, now, "a run changed the user's files");
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(root.resolve(name), content);
    }

    private Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void program(String name, String content) throws Exception {
        window.openProgram(file(name, content));
    }

    private void run() throws InterruptedException, IOException {
        asked.putAll(folder());
        window.key(KeyCode.F5, false, false, false);
    }

    private void profile() throws InterruptedException, IOException {
        asked.putAll(folder());
        window.key(KeyCode.F6, false, false, false);
    }

    private void measure() throws InterruptedException, IOException {
        asked.putAll(folder());
        window.key(KeyCode.F7, false, false, false);
    }

    /// Presses Cancel, and sees that the program is gone within a second.
    private void cancel(String name) throws InterruptedException, IOException {
        Fx.await(name + " runs", 30, () -> !running(name).isEmpty());
        long asked = System.nanoTime();
        window.key(KeyCode.PERIOD, true, false, false);
        Fx.await(name + " is gone", 10, () -> running(name).isEmpty());
        assertTrue(System.nanoTime() - asked < SECOND, "Cancel took longer than a second");
        window.awaitText("Ready", 10);
    }

    private static List<String> running(String name) {
        return ProcessHandle.current()
                .descendants()
                .flatMap(p -> p.info().commandLine().stream())
                .filter(line -> line.contains(name))
                .toList();
    }

    private Map<String, String> folder() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1)
                                + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    @Test
    void anEndlessLoopIsStoppedWhateverItIsAskedFor() throws Exception {
        program("endless.py", "while True:\n    pass\n");
        var before = folder();
        run();
        cancel("endless.py");
        window.awaitText("Stopped after", 10);
        profile();
        window.awaitText("samples", 30);
        cancel("endless.py");
        measure();
        cancel("endless.py");
        assertEquals(before, folder());
    }

    @Test
    void whatWentWrongIsSaidWithWhatToDo() throws Exception {
        program("crash.py", "def f(x):\n    return 1 / x\n\n\nprint('start')\nf(0)\n");
        run();
        window.awaitText("The program failed at crash.py:2: ZeroDivisionError", 30);
        window.shoot("misbehaviour-crash");
        program("segv.py", "import ctypes\n\nctypes.string_at(0)\n");
        run();
        window.awaitText("ended by a segmentation fault (SIGSEGV)", 30);
        program("syntax.py", "def f(:\n    pass\n");
        run();
        window.awaitText("Python does not accept the code at syntax.py:1: invalid syntax", 30);
        program("ask.py", "name = input('Name? ')\nprint('hello', name)\n");
        run();
        window.awaitText("The program waits for input at ask.py:1", 30);
        window.awaitText("Give it standard input", 10);
        window.awaitText("  File \"ask.py\", line 1, in <module>", 10);
        window.awaitText("input('Name? ')", 10);
        window.shoot("misbehaviour-input");
        program("status.py", "raise SystemExit(3)\n");
        run();
        window.awaitText("The program ended with status 3.", 30);
        program("loud.py", "for _ in range(1_000_000):\n    print('x' * 99)\n");
        run();
        window.awaitText("The first 10.0 MB of 100 MB are kept.", 60);
    }

    @Test
    void aProfileOfAProgramThatFailsSaysSo() throws Exception {
        program(
                "crash.py",
                """
                total = 0
                for i in range(3_000_000):
                    total += i % 7
                raise ValueError(total)
                """);
        profile();
        window.awaitText("The program failed at crash.py:4: ValueError", 60);
        window.shoot("misbehaviour-profile");
        window.awaitText("Ready", 30);
        program("syntax.py", "def f(:\n    pass\n");
        window.awaitText("Ready", 30);
        profile();
        window.awaitText("Python does not accept the code at syntax.py:1", 60);
        measure();
        window.awaitText("The baseline itself fails with SyntaxError", 60);
        window.awaitText("Nothing was measured", 10);
        window.shoot("misbehaviour-measure");
    }

    @Test
    void oddFilesAreOpenedOrRefusedWithAReason() throws Exception {
        window.open(file("note.ipynb", "{\"cells\": []}"));
        window.awaitText("notebook", 30);
        window.shoot("misbehaviour-notebook");
        Path empty = Files.createDirectories(root.resolve("nothing"));
        window.open(empty);
        window.awaitText("There is no Python file in", 30);
        window.open(file("latin.py", "print('caf\u00e9')\n".getBytes(StandardCharsets.ISO_8859_1)));
        window.awaitText("UTF-8", 30);
        window.shoot("misbehaviour-latin");
        program("mon programme \u00e9t\u00e9.py", "print('fini', 6 * 7)\n");
        run();
        window.awaitText("fini 42", 30);
        program("empty.py", "");
        run();
        window.awaitText("Ended well", 30);
        window.awaitText("It printed nothing.", 30);
        profile();
        window.awaitText("Profiled, not yet advised", 60);
        measure();
        window.awaitText("pair ", 60);
        window.shoot("misbehaviour-empty");
        cancel("empty.py");
    }

    @Test
    void aVariantThatIsTakenAwayComesBack() throws Exception {
        program("two.py", "print(1)\n");
        window.awaitText("two.py", 30);
        window.type("print(1 + 0)\n");
        window.awaitText("your edit", 30);
        window.focus(".variants .list-view");
        window.key(KeyCode.DELETE, false, false, false);
        window.awaitText("Variant A was removed.", 10);
        window.shoot("misbehaviour-removed");
        assertTrue(window.height(".problem") < 105, "the banner is higher than its words");
        window.press("Bring it back");
        window.awaitText("your edit", 10);
        window.close();
        window = new OpenWindow(data, 1440, 900);
        window.openProgram(root.resolve("two.py"));
        window.awaitText("your edit", 10);
        window.key(KeyCode.DIGIT5, true, false, false);
        window.awaitText("Not measured yet", 10);
    }

    @Test
    void nothingOfAFolderIsExecutedBeforeRun() throws Exception {
        Path marker = data.resolve("marker");
        Path python = root.resolve(".venv/bin/python");
        Files.createDirectories(python.getParent());
        Files.writeString(python, "#!/bin/sh\ntouch '" + marker + "'\n");
        assertTrue(python.toFile().setExecutable(true));
        Path base = InstalledPythons.all().lastEntry().getValue();
        file(".venv/pyvenv.cfg", "home = " + base.getParent() + "\nversion = 3.13.0\n");
        file("other.py", "print(sum(range(10)))\n");
        program("trap.py", "import other\n\nif __name__ == '__main__':\n    print(1)\n");
        window.awaitText("other.py", 30);
        window.answer(root);
        window.key(KeyCode.O, true, true, false);
        window.awaitText(".venv", 30);
        Path elsewhere = Files.createDirectories(data.resolve("elsewhere")).resolve("work.py");
        Files.writeString(elsewhere, "print(sum(i * i for i in range(3_000_000)))\n");
        window.openProgram(elsewhere);
        profile();
        window.awaitText("Profile: outside", 60);
        assertEquals(false, Files.exists(marker));
        window.awaitText("Ready", 30);
        window.openProgram(root.resolve("trap.py"));
        assertEquals(false, Files.exists(marker));
        window.awaitText("Ready", 30);
        run();
        Fx.await("Run starts the folder's own interpreter", 30, () -> Files.exists(marker));
    }

    @Test
    void anInterpreterThatIsGoneIsNamed() throws Exception {
        Path home = Files.createDirectories(data.resolve("elsewhere"));
        Path python = home.resolve("python3");
        Files.writeString(
                python,
                "#!/bin/sh\nexec '" + InstalledPythons.all().lastEntry().getValue() + "' \"$@\"\n");
        assertTrue(python.toFile().setExecutable(true));
        program("plain.py", "print(1)\n");
        window.answer(file("no-python", "nothing\n"));
        window.menu("Other…");
        window.awaitText("is no Python that Pareto works with", 30);
        window.answer(python);
        window.menu("Other…");
        Fx.await("it is used", 30, () -> window.isChosen(python.toString()));
        Files.delete(python);
        run();
        window.awaitText("could not be started", 30);
    }
}
