package dev.pareto.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.python.InstalledPythons;
import dev.pareto.ui.fx.Fx;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The views of a profile, through the window, on some thousand lines that nobody wrote for it:
/// modules of the standard library, as a program's own code.
@ExtendWith(Fx.class)
class ViewsIT {
    private static final List<int[]> SIZES = List.of(new int[] {1440, 900}, new int[] {1000, 700});

    private static final String MAIN =
            """
            import random
            import threading
            import time

            from library import difflib, pprint, statistics, textwrap


            def lines(count, seed):
                random.seed(seed)
                words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]
                return [" ".join(random.choices(words, k=9)) for _ in range(count)]


            def compare():
                before = lines(60, 1)
                after = lines(60, 1)[:50] + lines(10, 2)
                for _ in range(120):
                    table = difflib.HtmlDiff().make_table(before, after)
                close = difflib.get_close_matches("alpha beta", lines(300, 3), cutoff=0.1)
                print(len(table), len(close))


            def fill():
                text = "\\n".join(lines(4000, 4))
                print(len(textwrap.fill(text, 60)))
                print(len(pprint.pformat({i: lines(3, i) for i in range(60)})))
                print(statistics.fmean(len(line) for line in lines(300, 5)))


            def wait():
                for _ in range(10):
                    time.sleep(0.08)


            waiter = threading.Thread(target=wait)
            worker = threading.Thread(target=compare)
            waiter.start()
            worker.start()
            fill()
            waiter.join()
            worker.join()
            """;

    @TempDir Path data;

    @Test
    void tellsAThreadThatComputesFromOneThatWaits() throws Exception {
        try (var window = new OpenWindow(data, 1440, 900)) {
            window.openProgram(program());
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("overhead", 120);
            window.key(KeyCode.DIGIT3, true, false, false);
            window.tab("Waiting");
            window.awaitText("Lines by waiting", 30);
            var words = Fx.get(window::texts);
            assertTrue(
                    words.stream().anyMatch(text -> text.startsWith("CPU-bound: it worked for")),
                    words::toString);
            assertTrue(words.contains("Main thread"), words::toString);
            assertTrue(words.contains("Thread 2"), words::toString);
            shoot(window, "views-waiting");
        }
    }

    @Test
    void keepsTheSampledProfileWhenAnotherEngineIsUsed() throws Exception {
        try (var window = new OpenWindow(data, 1440, 900)) {
            window.openProgram(program());
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("By outside sampler", 120);
            window.awaitText("Ready", 120);
            window.menu("cProfile: calls and callers of functions, slows it down");
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("By cProfile", 180);
            window.key(KeyCode.DIGIT3, true, false, false);
            window.tab("Sunburst");
            window.awaitText("Calls of the middle", 30);
            window.awaitText("from the table of cProfile", 30);
            shoot(window, "views-sunburst");
            window.menu("baseline, outside sampler");
            window.awaitText("from sampled stacks, as they were", 30);
            window.awaitText("By outside sampler", 30);
        }
    }

    @Test
    void setsAVariantAgainstTheBaseline() throws Exception {
        try (var window = new OpenWindow(data, 1440, 900)) {
            window.openProgram(program());
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("By outside sampler", 120);
            window.awaitText("Ready", 120);
            window.type(MAIN.replace("range(120)", "range(10)"));
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("Set against", 120);
            window.awaitText("Ready", 120);
            window.key(KeyCode.DIGIT3, true, false, false);
            window.tab("Difference");
            window.press("Set them against each other");
            window.awaitText("baseline, outside sampler took", 30);
            // What is typed replaces the file that is shown: the hottest one.
            window.awaitText("gone", 30);
            shoot(window, "views-difference");
            window.tab("Flame");
            window.awaitText("no difference beyond sampling", 30);
            shoot(window, "views-difference-flame");
        }
    }

    @Test
    void opensAFileOfCProfileWithoutRunningAnything() throws Exception {
        Path main = program();
        Path file = data.resolve("nightly.prof");
        var made =
                new ProcessBuilder(
                                InstalledPythons.all().lastEntry().getValue().toString(),
                                "-m",
                                "cProfile",
                                "-o",
                                file.toString(),
                                "main.py")
                        .directory(main.resolveSibling(".").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("printed").toFile())
                        .start();
        assertEquals(0, made.waitFor());
        try (var window = new OpenWindow(data.resolve("window"), 1000, 700)) {
            window.awaitText("Open a profile", 30);
            window.answer(file);
            window.press("Open a profile");
            window.awaitText("By nightly.prof", 60);
            window.tab("Functions");
            window.awaitText("find_longest_match", 30);
            shoot(window, "views-opened");
        }
    }

    @Test
    void timesStatementsSideBySide() throws Exception {
        try (var window = new OpenWindow(data, 1440, 900)) {
            window.awaitText("Start a lesson", 30);
            window.key(KeyCode.DIGIT6, true, false, false);
            window.press("Time them");
            window.awaitText("Statement 2 takes the least", 120);
            shoot(window, "views-snippets");
        }
    }

    /// Pictures in both sizes, light and dark, and at 200 %.
    private static void shoot(OpenWindow window, String name)
            throws InterruptedException, IOException {
        for (int[] size : SIZES) {
            Fx.run(
                    () -> {
                        window.stage().setWidth(size[0]);
                        window.stage().setHeight(size[1]);
                    });
            window.light();
            window.shoot(name + "-" + size[0] + "-light");
            window.dark();
            window.shoot(name + "-" + size[0] + "-dark");
        }
        Fx.run(
                () -> {
                    window.stage().setWidth(1440);
                    window.stage().setHeight(900);
                });
        window.light();
        for (int step = 0; step < 10; step++) {
            window.key(KeyCode.PLUS, true, false, false);
        }
        window.light();
        window.shoot(name + "-200");
        window.key(KeyCode.DIGIT0, true, false, false);
    }

    private Path program() throws IOException, InterruptedException {
        var python = InstalledPythons.all();
        String minor = "python" + python.lastKey().replaceFirst("\\.[^.]*$", "");
        Path home = Objects.requireNonNull(python.lastEntry().getValue().toRealPath().getParent());
        Path library = home.resolveSibling("lib").resolve(minor);
        Path root = Files.createDirectories(data.resolve("compare"));
        Path modules = Files.createDirectories(root.resolve("library"));
        Files.writeString(modules.resolve("__init__.py"), "");
        for (String name : List.of("difflib", "textwrap", "pprint", "statistics")) {
            Files.copy(library.resolve(name + ".py"), modules.resolve(name + ".py"));
        }
        return Files.writeString(root.resolve("main.py"), MAIN);
    }
}
