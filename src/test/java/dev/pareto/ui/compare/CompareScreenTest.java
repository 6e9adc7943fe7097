package dev.pareto.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.trial.TrialResult;
import dev.pareto.ui.SampleTrials;
import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.Snapshot;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@ExtendWith(Fx.class)
class CompareScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final CompareViewModel model = new CompareViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var actions =
                new CompareActions(
                        (a, b) -> asked.add("chosen " + a + " " + b),
                        (a, b) -> asked.add("measure " + a + " " + b),
                        (a, b) -> asked.add("go on " + a + " " + b),
                        (a, b) -> asked.add("grow " + a + " " + b),
                        () -> asked.add("cancel"),
                        id -> asked.add("profile " + id),
                        id -> asked.add("keep " + id),
                        (a, b) -> asked.add("export " + a + " " + b),
                        (a, b) -> asked.add("runs " + a + " " + b));
        stage =
                Fx.get(
                        () ->
                                Screens.show(
                                        (Region) Views.load(new CompareController(model, actions)),
                                        1376,
                                        872));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private void compare(Snapshot snapshot, String candidate) {
        model.show(snapshot, "baseline", candidate, Samples::text);
    }

    private static GrowthCurves curves() {
        var points = new ArrayList<GrowthCurves.Point>();
        for (long n : new long[] {250, 1000, 4000, 8000, 16_000, 32_000}) {
            points.add(new GrowthCurves.Point(n, 0.014 + 3.2e-9 * n * n, 0.0142 + 2.5e-6 * n));
        }
        return new GrowthCurves(
                "n",
                TrialResult.Measure.CPU,
                points,
                new GrowthCurves.Slope(1.88, 1.75, 1.96),
                new GrowthCurves.Slope(0.993, 0.963, 1.03),
                780.0,
                List.of());
    }

    private List<String> words() throws InterruptedException {
        return Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
    }

    private void press(String selector) {
        ((Button) stage.getScene().lookup(selector)).fire();
    }

    @Test
    void showsTheVerdictAndWhatItRestsOn() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    compare(Samples.finished(), "E");
                    model.growth(curves());
                });
        Screens.shoot(stage, "compare");
        assertContains(
                "11.0× faster",
                "braided pairs",
                "4 lines, the same",
                "seen_set",
                "91.3 %",
                "first_of_each",
                "-0.438 s",
                "+5.98 %",
                "Predicted 10.0–11.3×, measured 11.0×: in range.");
        Fx.run(() -> ((ScrollPane) stage.getScene().lookup(".scroll-pane")).setVvalue(1));
        Screens.shoot(stage, "compare-below");
    }

    @Test
    void wrapsItsCardsAndScrollsWhereItIsNarrow() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    stage.setWidth(952);
                    stage.setHeight(672);
                    compare(Samples.finished(), "E");
                    model.growth(curves());
                });
        Screens.shoot(stage, "compare-narrow");
        Fx.run(() -> ((ScrollPane) stage.getScene().lookup(".scroll-pane")).setVvalue(1));
        Screens.shoot(stage, "compare-narrow-below");
        assertFalse(words().contains("braided pairs"));
    }

    @Test
    void measuresHowBothGrowAndCanBeStopped() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    compare(Samples.finished(), "E");
                    press("#grow");
                    model.growing("How it grows: size 4,000, 3 s so far");
                    model.growth(curves());
                });
        Screens.shoot(stage, "compare-growing");
        assertContains("How it grows: size 4,000, 3 s so far");
        Fx.run(() -> press("#growingCancel"));
        assertEquals(List.of("grow baseline E", "cancel"), asked);
    }

    @Test
    void showsWhereTheOutputsDiffer() throws InterruptedException, IOException {
        Fx.run(() -> compare(Samples.finished(), "B"));
        Screens.shoot(stage, "compare-output");
        assertContains(
                "Output changed",
                "First difference: stdout, line 1, likely reason: order. No speed is claimed.",
                "- 7595 NO-005305 NO-002471 NO-005931",
                "No file differs between the two.");
        Fx.run(() -> press("#keep"));
        assertEquals(List.of(), asked);
    }

    @Test
    void goesOnWithACancelledTrial() throws InterruptedException, IOException {
        Fx.run(
                () ->
                        compare(
                                Samples.snapshot(
                                        Samples.variants(),
                                        Map.of(),
                                        Map.of(),
                                        Map.of("A", SampleTrials.cancelled())),
                                "A"));
        Screens.shoot(stage, "compare-cancelled");
        assertContains("Stopped after 5 pairs", "Continue");
        Fx.run(() -> press("#next"));
        assertEquals(List.of("go on baseline A"), asked);
    }

    @Test
    void measuresKeepsAndExportsTheTwoThatAreShown() throws InterruptedException {
        Fx.run(
                () -> {
                    compare(Samples.finished(), "E");
                    press("#measure");
                    press("#keep");
                    ((MenuButton) stage.getScene().lookup("#export"))
                            .getItems()
                            .forEach(MenuItem::fire);
                });
        assertEquals(
                List.of("measure baseline E", "keep E", "export baseline E", "runs baseline E"),
                asked);
    }

    @Test
    void choosesAnotherVariantOnEitherSide() throws InterruptedException {
        Fx.run(
                () -> {
                    compare(Samples.finished(), "E");
                    var candidate = (ComboBox<?>) stage.getScene().lookup("#candidate");
                    candidate.getSelectionModel().select(4);
                    var reference = (ComboBox<?>) stage.getScene().lookup("#reference");
                    reference.getSelectionModel().select(1);
                });
        assertEquals(List.of("chosen baseline D", "chosen A D"), asked);
        assertContains("Not comparable");
    }

    @Test
    void choosesAVariantInTheOverview() throws InterruptedException {
        Fx.run(
                () -> {
                    compare(Samples.finished(), "E");
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    stage.getScene().getRoot().lookupAll(".forest-row").stream()
                            .map(Button.class::cast)
                            .filter(b -> b.getAccessibleText().startsWith("NumPy unique"))
                            .forEach(Button::fire);
                });
        assertEquals(List.of("chosen baseline D"), asked);
        assertContains("4.55× faster");
    }

    @Test
    void showsEveryPairAsATable() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    compare(Samples.finished(), "E");
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    ((ToggleButton) stage.getScene().lookup(".card .toggle-button")).fire();
                });
        Screens.shoot(stage, "compare-table");
        assertContains("Pair", "Ratio", "11.2×");
    }

    @Test
    void unfoldsWhatIsTheSame() throws InterruptedException {
        Fx.run(
                () -> {
                    compare(Samples.finished(), "E");
                    var list = (ListView<?>) stage.getScene().lookup("#sources");
                    assertEquals(new SourceRow.Fold(0, 4), list.getItems().getFirst());
                    model.unfold((SourceRow.Fold) list.getItems().getFirst());
                });
        assertContains("import");
    }

    private void assertContains(String... expected) throws InterruptedException {
        var words = words();
        assertTrue(words.containsAll(List.of(expected)), () -> words.toString());
    }
}
