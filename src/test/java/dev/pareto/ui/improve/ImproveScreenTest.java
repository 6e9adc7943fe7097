package dev.pareto.ui.improve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.advice.Suggestion;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialResult;
import dev.pareto.ui.SampleAdvice;
import dev.pareto.ui.SampleTrials;
import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.ImproveProgress.Now;
import dev.pareto.workbench.ImproveProgress.Phase;
import dev.pareto.workbench.Improvement;
import dev.pareto.workbench.Improvement.End;
import dev.pareto.workbench.Improvement.Loss;
import dev.pareto.workbench.Improvement.Step;
import dev.pareto.workbench.TrialReport;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

@ExtendWith(Fx.class)
class ImproveScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final ImproveViewModel model = new ImproveViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        stage = Fx.get(() -> Screens.show(root(), 1376, 820));
    }

    private Region root() {
        var keys = new Actions();
        keys.set(Action.IMPROVE_ALL, () -> asked.add("start"));
        return (Region)
                Views.load(
                        new ImproveController(
                                model,
                                new ImproveActions(
                                        () -> asked.add("start"),
                                        from -> asked.add("go on from " + from),
                                        () -> asked.add("cancel"),
                                        () -> asked.add("profile"),
                                        (file, line) -> asked.add("go to " + file + ":" + line),
                                        variant -> asked.add("open " + variant),
                                        (left, right) -> asked.add("compare " + left + " " + right),
                                        variant -> asked.add("keep " + variant)),
                                keys));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private static TrialReport trial(String variant) {
        return Objects.requireNonNull(SampleTrials.all().get(variant));
    }

    private static Step kept(String variant, Suggestion suggestion) {
        TrialReport trial = trial(variant);
        return new Step(suggestion, variant, trial, true, "4.55× faster, same output on 3 inputs");
    }

    private static Step dropped() {
        return new Step(
                SampleAdvice.generator(), "A", trial("A"), false, "no difference of 2 % or more");
    }

    private static List<Step> steps() {
        return List.of(
                kept("D", SampleAdvice.setLookup()),
                dropped(),
                kept("E", SampleAdvice.setLookup()));
    }

    private static Improvement ended(End end) {
        TrialResult lost = trial("C").result();
        return end == End.STOPPED
                ? new Improvement("baseline", "D", steps().subList(0, 2), null, List.of(), end)
                : new Improvement(
                        "baseline",
                        "E",
                        steps(),
                        SampleTrials.setLookup(),
                        List.of(
                                new Loss("D", lost, "without it the program takes 1.62× the time"),
                                new Loss("E", null, "it cannot be undone alone")),
                        end);
    }

    private List<String> words() throws InterruptedException {
        return Fx.get(
                () -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return Screens.texts(stage.getScene().getRoot());
                });
    }

    private void press(String label) throws InterruptedException {
        Fx.run(() -> find(stage.getScene().getRoot(), label).fire());
    }

    private static ButtonBase find(Node node, String label) {
        var found = new ArrayList<ButtonBase>();
        collect(node, label, found);
        return found.getFirst();
    }

    private static void collect(Node node, String label, List<ButtonBase> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof ButtonBase button && label.equals(button.getText())) {
            found.add(button);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, label, found));
        }
    }

    @Test
    void saysHowManyRunsAndHowLongBeforeItStarts() throws InterruptedException, IOException {
        Fx.run(() -> model.show(Samples.worked(), "baseline"));
        Screens.shoot(stage, "improve-ready");
        var cost = words().stream().filter(w -> w.contains("runs, about")).findFirst();
        assertTrue(
                cost.orElseThrow().matches("\\d+\\+ runs, about \\d+ s, at most 120 s"),
                cost.toString());
        Fx.run(() -> model.budgetProperty().set(new WallTime(60)));
        assertTrue(words().stream().anyMatch(w -> w.endsWith("at most 60 s")), words().toString());
        assertTrue(words().contains("predicted 10.0–11.3×"), words().toString());
        press("Improve");
        assertEquals(List.of("start"), asked);
    }

    @Test
    void withoutAdviceItSaysThatTheNumberOfRunsIsNotKnown() throws InterruptedException {
        Fx.run(() -> model.show(Samples.opened(), "baseline"));
        assertTrue(
                words().contains("How many runs is known after the profile; at most 120 s"),
                words().toString());
    }

    @Test
    void showsTheLadderWhileItGrowsAndCanBeCancelled() throws InterruptedException, IOException {
        var trial = SampleTrials.cancelled().result();
        Fx.run(
                () ->
                        model.running(
                                new Now(
                                        Phase.TRYING,
                                        steps().subList(0, 2),
                                        SampleAdvice.setLookup(),
                                        trial),
                                new WallTime(31.4),
                                new WallTime(120)));
        Screens.shoot(stage, "improve-running");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "Trying “Keep a set beside the list”, dedupe.py, line 9",
                                "5 pairs, 4.50× so far",
                                "31 s of at most 120 s",
                                "kept",
                                "dropped",
                                "4.55× faster, same output on 3 inputs (predicted 10.0–11.3×).")),
                words.toString());
        press("Cancel");
        assertEquals(List.of("cancel"), asked);
    }

    @Test
    void showsEachStepsOwnGainWhatIsLostWithoutItAndTheWhole()
            throws InterruptedException, IOException {
        Fx.run(() -> model.done(ended(End.NOTHING_LEFT)));
        Screens.shoot(stage, "improve-done");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "11.0× faster",
                                "2 of 3 kept, 99 % interval 10.8–11.4×, peak memory 11.7 MB to 12.4"
                                        + " MB, same output on 3 inputs, confirmed on 11 fresh pairs",
                                "4.55×",
                                "4.34–4.71×",
                                "1.62×",
                                "1.48–1.73×",
                                "Without it the program takes 1.62× the time.",
                                "It cannot be undone alone.",
                                "No difference of 2 % or more (predicted 130 MB → 18.0–118 MB).",
                                "Everything that advice suggests was tried.")),
                words.toString());
        press("Compare");
        press("Open");
        press("Keep E");
        assertEquals(List.of("compare baseline E", "open D", "keep E"), asked);
        Fx.run(() -> stage.close());
        stage = Fx.get(() -> Screens.show(root(), 952, 620));
        Screens.shoot(stage, "improve-done-small");
    }

    @Test
    void keepsThePartialResultOfOneThatWasStopped() throws InterruptedException, IOException {
        Fx.run(() -> model.show(Samples.worked(), "baseline"));
        Fx.run(() -> model.done(ended(End.STOPPED)));
        Screens.shoot(stage, "improve-stopped");
        var words = words();
        assertTrue(words.contains("1 of 2 kept"), words.toString());
        assertFalse(
                words.contains("predicted 10.0–11.3×"),
                "what was to be tried is not shown any more");
        assertTrue(
                words.contains("What was kept was not measured together against the start."),
                words.toString());
        assertFalse(words.contains("Keep D"), "nothing is proved yet");
        press("Go on from D, at most 120 s");
        assertEquals(List.of("go on from D"), asked);
    }

    @Test
    void anotherProgramBeginsAnew() throws InterruptedException {
        Fx.run(() -> model.done(ended(End.NOTHING_LEFT)));
        Fx.run(model::clear);
        assertFalse(words().contains("11.0× faster"));
    }
}
