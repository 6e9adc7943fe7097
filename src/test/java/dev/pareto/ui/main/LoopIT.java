package dev.pareto.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.fx.Fx;

import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The main job, through the window, with real Python: from a slow program to a variant that is
/// proven to be faster.
@ExtendWith(Fx.class)
class LoopIT {
    @TempDir Path data;

    @ParameterizedTest
    @ValueSource(strings = {"portable", "linux"})
    void fromALessonToAProvenFix(String launcher) throws Exception {
        String forced = System.getProperty("pareto.launcher");
        System.setProperty("pareto.launcher", launcher);
        try (var window = new OpenWindow(data, 1440, 900)) {
            window.awaitText("Start a lesson", 30);
            window.shoot("window-start");
            window.press("Show the lessons");
            window.awaitText("Choose the right container", 30);
            window.shoot("window-learn");
            window.open("Choose the right container");
            window.awaitText("first_of_each", 30);
            window.shoot("window-opened");
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("Keep a set beside the list", 120);
            window.shoot("window-advice");
            window.press("Apply and measure");
            window.awaitText("pair 4", 90);
            window.shoot("window-measuring");
            window.awaitText("faster, with the same output", 120);
            window.shoot("window-measured");
            assertTrue(Fx.get(window::texts).stream().anyMatch(t -> t.startsWith("same on 3")));
            window.variant(0);
            window.awaitText("best so far", 30);
            window.shoot("window-workbench");
            window.variant(1);
            window.key(KeyCode.DIGIT5, true, false, false);
            window.awaitText("99 % interval", 30);
            window.shoot("window-compare");
            window.key(KeyCode.DIGIT3, true, false, false);
            window.awaitText("Functions", 30);
            window.shoot("window-insight");
        } finally {
            restore(forced);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "portable"})
    void fromAPackageToAProvenFix(String launcher) throws Exception {
        Path root = app();
        Map<String, String> before = hashes(root);
        String forced = System.getProperty("pareto.launcher");
        System.setProperty("pareto.launcher", launcher);
        try (var window = new OpenWindow(data, 1000, 700)) {
            window.awaitText("Open a folder", 30);
            window.answer(root);
            window.press("Open a folder");
            window.awaitText("app.main", 30);
            window.arguments("--n 2000");
            window.key(KeyCode.F6, false, false, false);
            window.awaitText("Make a set before the loop", 120);
            window.shoot("package-advice-" + launcher);
            window.press("Apply and measure");
            window.awaitText("faster, with the same output", 150);
            window.dark();
            window.shoot("package-measured-" + launcher);
        } finally {
            restore(forced);
        }
        assertEquals(before, hashes(root));
    }

    private static void restore(@Nullable String forced) {
        if (forced == null) {
            System.clearProperty("pareto.launcher");
        } else {
            System.setProperty("pareto.launcher", forced);
        }
    }

    /// A package whose hot line lies two modules away from what is started.
    private Path app() throws IOException {
        Path root = Files.createDirectories(data.resolve("project"));
        Files.createDirectories(root.resolve("app"));
        Files.writeString(root.resolve("pyproject.toml"), "[project]\nname = 'app'\n");
        Files.writeString(root.resolve("app/__init__.py"), "");
        Files.writeString(
                root.resolve("app/core.py"),
                """
                def shared(left, right):
                    found = []
                    for item in left:
                        if item in right:
                            found.append(item)
                    return found
                """);
        Files.writeString(
                root.resolve("app/main.py"),
                """
                import argparse

                from app.core import shared


                def main():
                    parser = argparse.ArgumentParser()
                    parser.add_argument("--n", type=int, default=2000)
                    n = parser.parse_args().n
                    left = [f"id-{i * 7919 % n}" for i in range(3 * n)]
                    right = [f"id-{i * 104729 % (2 * n)}" for i in range(2 * n)]
                    print(len(shared(left, right)))


                if __name__ == "__main__":
                    main()
                """);
        return root;
    }

    private static Map<String, String> hashes(Path root) throws IOException {
        var hashes = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return hashes;
    }
}
