package dev.pareto.ui.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.SnippetReport;
import dev.pareto.workbench.SnippetReport.Timing;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(Fx.class)
class SnippetsScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final SnippetsViewModel model = new SnippetsViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new SnippetsController(
                        model,
                        new SnippetsActions(
                                (setup, statements) ->
                                        asked.add(setup.lines().toList() + " | " + statements),
                                () -> asked.add("cancel")));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 980, 560));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private List<String> words() throws InterruptedException {
        return Fx.get(
                () -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return Screens.texts(stage.getScene().getRoot());
                });
    }

    private void press(String id) throws InterruptedException {
        Fx.run(() -> ((Button) stage.getScene().lookup(id)).fire());
    }

    @Test
    void showsStatementsSideBySide() throws InterruptedException, IOException {
        press("#add");
        Fx.run(() -> model.statements().get(2).textProperty().set("probe inn ids"));
        press("#time");
        assertEquals(
                List.of(
                        "[ids = list(range(1_000)), known = set(ids), probe = 700] |"
                                + " [probe in ids, probe in known, probe inn ids]"),
                asked);
        Fx.run(
                () ->
                        model.show(
                                new SnippetReport(
                                        "CPython 3.13.0",
                                        List.of(
                                                timed("probe in ids", 50_000, 5.8e-6),
                                                timed("probe in known", 20_000_000, 20e-9),
                                                new Timing.Failed(
                                                        "probe inn ids",
                                                        "SyntaxError: invalid syntax")))));
        Screens.shoot(stage, "snippets");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "5.80 µs",
                                "50,000 loops, 3 repeats",
                                "20.0 ns",
                                "1.00×",
                                "290×",
                                "SyntaxError: invalid syntax",
                                "Statement 2 takes the least: 20.0 ns a loop, a ratio of 290× to"
                                        + " statement 1, with CPython 3.13.0.")),
                words::toString);
    }

    @Test
    void forgetsATimeWhenItsTextOrTheSetUpIsChanged() throws InterruptedException {
        Fx.run(
                () -> {
                    model.show(
                            new SnippetReport(
                                    "CPython 3.13.0",
                                    List.of(
                                            timed("probe in ids", 1, 1),
                                            timed("probe in known", 1, 0.5))));
                    model.statements().get(1).textProperty().set("probe in {1}");
                });
        assertTrue(words().contains("1.00 s"));
        assertFalse(words().contains("0.500 s"));
        Fx.run(() -> model.setupProperty().set("ids = []"));
        assertFalse(words().contains("1.00 s"));
    }

    @Test
    void canBeCancelledAndStartsNothingTwice() throws InterruptedException {
        assertFalse(words().contains("Cancel"));
        Fx.run(() -> model.runningProperty().set(true));
        assertTrue(words().contains("Cancel"));
        press("#cancel");
        press("#time");
        assertEquals(List.of("cancel"), asked);
    }

    @Test
    void keepsTwoStatements() throws InterruptedException {
        press("#add");
        Fx.run(() -> model.remove(model.statements().getFirst()));
        Fx.run(() -> model.remove(model.statements().getFirst()));
        assertEquals(
                List.of("", ""),
                Fx.get(
                        () ->
                                model.statements().stream()
                                        .map(one -> one.textProperty().get())
                                        .toList()));
    }

    private static Timing timed(String statement, long loops, double seconds) {
        return new Timing.Timed(statement, loops, List.of(seconds * 0.99, seconds, seconds * 1.02));
    }
}
