package dev.pareto.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.fx.Fx;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Improving through the window, with real Python.
@ExtendWith(Fx.class)
class ImproveIT {
    private static final String MAIN =
            """
            from prices import price


            def unique(items):
                seen = []
                for item in items:
                    if item not in seen:
                        seen.append(item)
                return seen


            def main(n):
                names = unique([i * 7919 % n for i in range(n)])
                total = 0
                for i in range(n):
                    total += price(i % 20)
                print(len(names), total)


            main(2500)
            """;
    private static final String PRICES =
            """
            def price(item):
                value = 0
                for step in range(500):
                    value = (value * 17 + item * step) % 9973
                return value
            """;

    @TempDir Path data;

    private Path program() throws IOException {
        Path root = Files.createDirectories(data.resolve("shop"));
        Files.writeString(root.resolve("prices.py"), PRICES);
        return Files.writeString(root.resolve("main.py"), MAIN);
    }

    @Test
    void triesEverythingAndShowsTheLadder() throws Exception {
        Path main = program();
        try (var window = new OpenWindow(data.resolve("data"), 1440, 900)) {
            window.openProgram(main);
            window.key(KeyCode.DIGIT4, true, false, false);
            window.awaitText("How many runs is known after the profile", 30);
            window.key(KeyCode.DIGIT2, true, false, false);
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("Improve: try all 2", 120);
            assertTrue(Fx.get(window::texts).stream().anyMatch(t -> t.contains("+ runs, about")));
            window.shoot("improve-advice");
            window.key(KeyCode.ENTER, true, true, false);
            window.awaitText("Trying “", 120);
            window.awaitText("so far", 120);
            window.shoot("improve-trying");
            window.awaitText("2 of 2 kept, 99 % interval", 300);
            var texts = Fx.get(window::texts);
            assertTrue(texts.stream().anyMatch(t -> t.endsWith("× faster")), texts.toString());
            assertEquals(
                    2,
                    texts.stream()
                            .filter(t -> t.startsWith("Without it the program takes"))
                            .count(),
                    texts.toString());
            window.shoot("improve-ladder");
            window.dark();
            window.shoot("improve-ladder-dark");
            window.press("Open");
            window.awaitText("Variants", 30);
            window.shoot("improve-opened");
        }
        assertEquals(MAIN, Files.readString(main), "the user's file is left alone");
    }

    @Test
    void aCancelKeepsWhatWasTried() throws Exception {
        Path main = program();
        try (var window = new OpenWindow(data.resolve("data"), 1000, 700)) {
            window.openProgram(main);
            window.key(KeyCode.ENTER, true, true, false);
            window.awaitText("Own gain", 180);
            window.shoot("improve-small-running");
            window.press("Cancel");
            window.awaitText("1 of 1 kept", 60);
            window.awaitText("Go on from A, at most 120 s", 30);
            window.shoot("improve-small-cancelled");
            window.key(KeyCode.DIGIT2, true, false, false);
            window.shoot("improve-small-variants");
        }
    }
}
