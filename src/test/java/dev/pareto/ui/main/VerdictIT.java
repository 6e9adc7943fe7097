package dev.pareto.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.fx.Fx;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// What stands around a verdict, through the window with real Python: the noise of the machine,
/// growth, and the question before a program that writes elsewhere is repeated.
@ExtendWith(Fx.class)
class VerdictIT {
    @TempDir Path data;

    @Test
    void testsTheMachineAndShowsHowBothGrow() throws Exception {
        try (var window = new OpenWindow(data, 1440, 900)) {
            window.awaitText("Start a lesson", 30);
            window.key(KeyCode.M, true, false, true);
            window.awaitText("A program against itself", 60);
            window.shoot("window-noise");
            window.press("Show the lessons");
            window.awaitText("Choose the right container", 30);
            window.open("Choose the right container");
            window.awaitText("first_of_each", 30);
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("Keep a set beside the list", 120);
            window.press("Apply and measure");
            window.awaitText("faster, with the same output", 120);
            window.key(KeyCode.DIGIT5, true, false, false);
            window.awaitText("99 % interval", 30);
            window.press("How it grows");
            window.awaitText("How it grows: size", 60);
            window.awaitText("Measured at ", 120);
            window.awaitText("Slopes above start-up", 30);
            window.shoot("window-growth");
        }
    }

    @Test
    void asksBeforeItRepeatsWhatWritesElsewhere() throws Exception {
        Path root = Files.createDirectories(data.resolve("project"));
        Path log = data.resolve("log.txt");
        Files.writeString(
                root.resolve("main.py"),
                """
                import time

                with open(%s, "a") as log:
                    log.write("run\\n")
                    log.flush()
                    time.sleep(0.05)
                names = ["id-%%d" %% (i * 7919 %% 3000) for i in range(9000)]
                known = ["id-%%d" %% i for i in range(1500)]
                print(sum(1 for name in names if name in known))
                """
                        .formatted("'" + data.toRealPath().resolve("log.txt") + "'"));
        try (var window = new OpenWindow(data.resolve("own"), 1440, 900)) {
            window.awaitText("Open a folder", 30);
            window.answer(root);
            window.press("Open a folder");
            window.awaitText("main.py", 30);
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("Apply and measure", 120);
            long before = lines(log);
            window.press("Apply and measure");
            window.awaitText("Measure all the same", 60);
            window.shoot("window-reach");
            assertEquals(before + 1, lines(log), "one run");
            window.press("Measure all the same");
            window.awaitText("faster, with the same output", 150);
            assertTrue(lines(log) > before + 20);
        }
    }

    private static long lines(Path file) throws Exception {
        return Files.readAllLines(file).size();
    }
}
