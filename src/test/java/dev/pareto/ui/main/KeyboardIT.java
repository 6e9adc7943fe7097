package dev.pareto.ui.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.fx.Fx;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// The whole loop by keys alone, with real Python: open, profile, apply, measure, keep.
@ExtendWith(Fx.class)
class KeyboardIT {
    private static final int MOST_TABS = 80;

    @TempDir Path data;

    @Test
    void fromASlowProgramToAKeptFixWithoutAMouse() throws Exception {
        Path root = Files.createDirectories(data.resolve("p"));
        Path main =
                Files.writeString(
                        root.resolve("slow.py"),
                        """
                        def unique(items):
                            seen = []
                            for item in items:
                                if item not in seen:
                                    seen.append(item)
                            return seen


                        print(len(unique([i * 7919 % 3000 for i in range(6000)])))
                        """);
        String before = Files.readString(main);
        try (var window = new OpenWindow(data.resolve("data"), 1440, 900)) {
            window.openProgram(main);
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("Keep a set beside the list", 120);
            window.key(KeyCode.ENTER, true, false, false);
            window.awaitText("faster, with the same output", 150);
            window.key(KeyCode.DIGIT5, true, false, false);
            window.awaitText("Where the saving came from", 30);
            tabTo(window, "Keep A");
            window.shoot("keyboard-keep");
            press(window);
            window.awaitText("Write variant A into your own files?", 150);
            tabTo(window, "Write the files");
            press(window);
            Fx.await("the file is written", 30, () -> !read(main).equals(before));
            assertTrue(Files.readString(main).contains("set("), Files.readString(main));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Presses Tab until the focus is on the button that says so.
    private static void tabTo(OpenWindow window, String label) throws Exception {
        for (int i = 0; i < MOST_TABS; i++) {
            if (Fx.get(() -> says(window.stage().getScene().getFocusOwner(), label))) {
                return;
            }
            window.key(KeyCode.TAB, false, false, false);
        }
        window.shoot("keyboard-lost");
        throw new AssertionError("Tab does not come to “" + label + "”");
    }

    private static boolean says(@org.jspecify.annotations.Nullable Node focused, String label) {
        return focused instanceof Button button && OpenWindow.says(button, label);
    }

    private static void press(OpenWindow window) throws InterruptedException {
        Fx.run(() -> ((Button) window.stage().getScene().getFocusOwner()).fire());
    }
}
