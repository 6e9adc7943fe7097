package dev.pareto.ui.measuring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialProgress.Phase;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.SampleTrials;
import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;
import dev.pareto.ui.measuring.Progress.Step;
import dev.pareto.ui.measuring.Progress.Step.Place;
import dev.pareto.workbench.TrialStatus;

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
class MeasuringScreenTest {
    private static final Verdict UNSETTLED = new Verdict.Undecided(estimate(1, null, 1), "");

    private final List<String> asked = new ArrayList<>();
    private final MeasuringViewModel model = new MeasuringViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var actions =
                new MeasuringActions(
                        () -> asked.add("cancel"),
                        (a, b) -> asked.add("go on " + a + " " + b),
                        id -> asked.add("compare " + id));
        stage =
                Fx.get(
                        () ->
                                Screens.show(
                                        (Region)
                                                Views.load(new MeasuringController(model, actions)),
                                        1376,
                                        872));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private static Verdict.Estimate estimate(
            double ratio, @org.jspecify.annotations.Nullable RatioInterval interval, double gate) {
        return new Verdict.Estimate(new Ratio(ratio), interval, gate);
    }

    private static TrialResult result(Verdict verdict, int pairs, double after, int inputs) {
        TrialResult whole = SampleTrials.setLookup().result();
        return new TrialResult(
                verdict,
                whole.mode(),
                whole.measure(),
                SampleTrials.pairs(pairs, 0.482, after, 12.4),
                whole.took(),
                inputs,
                true,
                whole.memory(),
                true,
                List.of());
    }

    private void status(Phase phase, TrialResult soFar, int nextLook, double elapsed) {
        model.show(
                Samples.finished(),
                new TrialStatus(
                        "baseline",
                        "E",
                        phase,
                        soFar,
                        nextLook,
                        new WallTime(elapsed),
                        new WallTime(30)));
    }

    private List<String> words() throws InterruptedException {
        return Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
    }

    private void assertContains(String... expected) throws InterruptedException {
        var words = words();
        assertTrue(words.containsAll(List.of(expected)), () -> words.toString());
    }

    @Test
    void saysWhatAGateFoundAndWhenTheIntervalComes() throws InterruptedException, IOException {
        Fx.run(
                () ->
                        status(
                                Phase.MEASURING,
                                result(new Verdict.Faster(estimate(11, null, 1.3)), 8, 0.0437, 3),
                                11,
                                4.74));
        Screens.shoot(stage, "measuring");
        assertContains(
                "measuring",
                "E, set lookup, against baseline",
                "At least 1.3× faster, refining",
                "Every one of 8 pairs says the same, in both orders. The 99 % interval comes with"
                        + " pair 11.",
                "8 of 11",
                "about 1.78 s",
                "4.74 s",
                "budget 30.0 s, 25.3 s left",
                "Earlier trials");
        Fx.run(() -> ((Button) stage.getScene().lookup("#cancel")).fire());
        assertEquals(List.of("cancel"), asked);
    }

    @Test
    void refinesAnEstimateNearOne() throws InterruptedException, IOException {
        var verdict = new Verdict.Undecided(estimate(1.01, RatioInterval.of(0.99, 1.04), 1), "");
        Fx.run(
                () -> {
                    stage.setWidth(952);
                    stage.setHeight(672);
                    status(Phase.MEASURING, result(verdict, 27, 0.477, 3), 30, 20);
                });
        Screens.shoot(stage, "measuring-narrow");
        assertContains(
                "1.01× so far",
                "Not settled after 27 pairs: the test looks again after 30.",
                "99 % interval 0.990–1.04×");
        assertFalse(words().contains("Earlier trials"));
    }

    @Test
    void saysWhatComesBeforeThePairs() throws InterruptedException, IOException {
        Fx.run(() -> status(Phase.CHECKING_OUTPUT, result(UNSETTLED, 0, 1, 1), 0, 0.8));
        Screens.shoot(stage, "measuring-output");
        assertContains("Comparing the outputs", "on 1 input");
        assertEquals(
                List.of(
                        new Step("Prepare", Place.DONE),
                        new Step("Compare outputs", Place.NOW),
                        new Step("Pairs 0 of 11", Place.TO_COME),
                        new Step("Verdict", Place.TO_COME)),
                model.progressProperty().get().steps());
    }

    @Test
    void keepsThePairsOfAStoppedTrialAndGoesOn() throws InterruptedException, IOException {
        TrialResult five = result(UNSETTLED, 5, 0.107, 3);
        Fx.run(
                () -> {
                    status(Phase.MEASURING, five, 11, 2.9);
                    model.stopped(five, new WallTime(3));
                });
        Screens.shoot(stage, "measuring-stopped");
        assertContains(
                "cancelled",
                "Stopped after 5 pairs",
                "6 pairs to the next look, about 3.60 s",
                "Continue");
        Fx.run(() -> ((Button) stage.getScene().lookup("#goOn")).fire());
        assertEquals(List.of("go on baseline E"), asked);
    }

    @Test
    void opensAnEarlierTrial() throws InterruptedException {
        Fx.run(
                () -> {
                    status(Phase.PREPARING, result(UNSETTLED, 0, 1, 0), 0, 0);
                    ((Button) stage.getScene().lookup(".side .button")).fire();
                });
        assertEquals(List.of("compare A"), asked);
    }
}
