package dev.pareto.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.Samples;
import dev.pareto.ui.fx.Fx;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

/// A file of 50,000 lines stays usable: processor time on the JavaFX thread, which the load of the
/// machine does not change much.
@ExtendWith(Fx.class)
class LargeFileTest {
    private static final int LINES = 50_000;

    @Test
    void neverLetsTypingWait() throws InterruptedException {
        var code = new CodeStage(704, 588);
        String text = "def f(x):\n    return [x, \"a\", 1]  # list\n".repeat(LINES / 2);
        code.show(Samples.worked(), "baseline", (_, _) -> text);

        double worst = 0;
        for (String key : List.of("x", " ", "=", " ", "\"", "\"", "\"", "\n", "y")) {
            worst =
                    Math.max(
                            worst,
                            Fx.get(
                                    () ->
                                            cpu(
                                                    () ->
                                                            code.area()
                                                                    .insertText(
                                                                            code.area()
                                                                                    .getCaretPosition(),
                                                                            key))));
        }
        assertTrue(worst < 100, "a key took " + worst + " ms");

        Fx.run(() -> code.model.placeProperty().set(new CodePlace("dedupe.py", LINES - 10)));
        Fx.await(
                "the end of the file is a string, as its beginning says",
                () -> {
                    Collection<String> style = code.area().getStyleAtPosition(LINES - 10, 5);
                    return style.contains("string");
                });
        assertEquals(LINES - 11, Fx.get(() -> code.area().getCurrentParagraph()));
        code.close();
    }

    private static double cpu(Runnable action) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        action.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
