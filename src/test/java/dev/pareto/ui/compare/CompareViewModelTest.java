package dev.pareto.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.program.Input;
import dev.pareto.program.Variant;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.GrowthResult;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.SampleTrials;
import dev.pareto.ui.Samples;
import dev.pareto.ui.compare.Headline.Next;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrialReport;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

class CompareViewModelTest {
    private static final List<String> TAGS = List.of("braided pairs", "6.83 s in all");

    private final CompareViewModel model = new CompareViewModel();

    private Headline headline(Snapshot snapshot, String reference, String candidate) {
        model.show(snapshot, reference, candidate, Samples::text);
        return model.headlineProperty().get();
    }

    private static Snapshot with(TrialReport trial) {
        var trials = new LinkedHashMap<>(SampleTrials.all());
        trials.put(trial.candidate(), trial);
        return Samples.snapshot(Samples.variants(), Map.of(), Map.of(), trials);
    }

    private Headline judged(Verdict verdict) {
        TrialReport trial = SampleTrials.setLookup();
        TrialResult r = trial.result();
        var result =
                new TrialResult(
                        verdict,
                        r.mode(),
                        r.measure(),
                        r.pairs(),
                        r.took(),
                        r.inputsChecked(),
                        true,
                        r.memory(),
                        true,
                        List.of());
        return headline(
                with(
                        new TrialReport(
                                trial.reference(),
                                trial.candidate(),
                                trial.input(),
                                result,
                                trial.at(),
                                trial.environment())),
                "baseline",
                "E");
    }

    private static Verdict.Estimate estimate(double ratio, double low, double high) {
        return new Verdict.Estimate(new Ratio(ratio), RatioInterval.of(low, high), 1);
    }

    @Test
    void saysWhatAWinRestsOn() {
        assertEquals(
                new Headline(
                        VerdictState.FASTER,
                        "11.0× faster",
                        "99 % interval 10.8–11.4×, CPU time 0.483 s to 43.5 ms, 11 pairs, same"
                                + " output on 3 inputs",
                        TAGS,
                        Next.NOTHING),
                headline(Samples.finished(), "baseline", "E"));
        assertTrue(model.keepableProperty().get());
    }

    @Test
    void saysALossInTheSameDirection() {
        var headline = judged(new Verdict.Slower(estimate(0.499, 0.492, 0.509)));
        assertEquals("0.499×, slower", headline.title());
        assertFalse(model.keepableProperty().get());
    }

    @Test
    void saysWhichDifferenceIsExcluded() {
        assertEquals(
                "No difference of 2 % or more",
                headline(Samples.finished(), "baseline", "A").title());
    }

    @Test
    void goesOnAfterAGate() {
        var headline = judged(new Verdict.Faster(new Verdict.Estimate(new Ratio(11), null, 1.3)));
        assertEquals("At least 1.3× faster, refining", headline.title());
        assertEquals(Next.GO_ON, headline.next());
        assertFalse(model.keepableProperty().get(), "there is no interval yet");
    }

    @Test
    void saysWhatWouldSettleIt() {
        var headline = headline(with(SampleTrials.undecided()), "baseline", "A");
        assertEquals(VerdictState.UNDECIDED, headline.state());
        assertEquals(Next.GO_ON, headline.next());
        assertTrue(
                headline.detail()
                        .startsWith(
                                "A gain over 2.50 % and a loss over 1.57 % are excluded. About 17 s"
                                        + " more would settle ±2 %. 99 % interval 0.985–1.02×"),
                headline.detail());
    }

    @Test
    void keepsWhatACancelledTrialSaw() {
        assertEquals(
                new Headline(
                        VerdictState.CANCELLED,
                        "Stopped after 5 pairs",
                        "There is no verdict. The ratios of its pairs, 4.49–4.59×, are kept.",
                        List.of("braided pairs", "3.53 s in all"),
                        Next.GO_ON),
                headline(with(SampleTrials.cancelled()), "baseline", "A"));
        var runs = Objects.requireNonNull(model.findingsProperty().get().runs());
        assertNull(runs.estimate());
    }

    @Test
    void givesTheReasonOfAFailure() {
        assertEquals(
                new Headline(
                        VerdictState.FAILED,
                        "Failed",
                        "E ended with IndexError.",
                        TAGS,
                        Next.MEASURE),
                judged(new Verdict.Failed("E ended with IndexError.")));
    }

    @Test
    void offersToMeasureWhatWasNot() {
        assertEquals(
                new Headline(
                        null,
                        "Not measured yet",
                        "Measure to see whether E (set lookup) is faster than baseline and prints"
                                + " the same.",
                        List.of(),
                        Next.MEASURE),
                headline(
                        Samples.snapshot(Samples.variants(), Map.of(), Map.of(), Map.of()),
                        "baseline",
                        "E"));
        assertEquals(Findings.NONE.runs(), model.findingsProperty().get().runs());
    }

    @Test
    void doesNotCompareAcrossReferencesOrInputs() {
        assertEquals(
                "E (set lookup) was measured against baseline, not against bound append. Measure"
                        + " both again.",
                headline(Samples.finished(), "A", "E").detail());
        Snapshot s = Samples.finished();
        var headline =
                headline(
                        new Snapshot(
                                s.program(),
                                s.inputs(),
                                Input.of("99"),
                                s.files(),
                                s.variants(),
                                s.profiles(),
                                s.advice(),
                                s.trials()),
                        "baseline",
                        "E");
        assertEquals(VerdictState.STALE, headline.state());
        assertTrue(headline.detail().startsWith("On “workshop” (n 12,000, seed 7): 11.0× faster."));
        assertFalse(model.keepableProperty().get());
    }

    @Test
    void asksForASecondVariant() {
        assertEquals("One variant only", headline(Samples.finished(), "A", "A").title());
        assertEquals(Findings.NONE, model.findingsProperty().get());
    }

    @Test
    void matchesLinesByWhatTheyBecame() {
        model.show(Samples.finished(), "baseline", "E", Samples::text);
        var rows = model.findingsProperty().get().savings();
        assertEquals(
                new SavingRow(
                        SavingRow.Kind.LINE,
                        "if order not in seen:",
                        new WallTime(0.440),
                        new WallTime(0.0009),
                        Tone.LESS),
                rows.get(1));
        assertEquals(
                new SavingRow(
                        SavingRow.Kind.LINE,
                        "seen_set.add(order)",
                        null,
                        new WallTime(0.0008),
                        Tone.NEUTRAL),
                rows.get(2));
        assertEquals(
                new SavingRow(
                        SavingRow.Kind.TOTAL,
                        "Program",
                        new WallTime(0.482),
                        new WallTime(0.0437),
                        Tone.LESS),
                rows.getLast());
    }

    @Test
    void saysWhichProfileIsMissing() {
        model.show(Samples.finished(), "baseline", "D", Samples::text);
        assertEquals(
                "Profile D to see where the time went in both.",
                model.findingsProperty().get().savingNote());
    }

    @Test
    void saysWhichRunsAreNotComparable() {
        TrialReport d = Objects.requireNonNull(SampleTrials.all().get("D"));
        var onBattery = new LinkedHashMap<>(Samples.ENVIRONMENT);
        onBattery.put("power", "battery");
        onBattery.put("load", "1.9");
        model.show(
                with(
                        new TrialReport(
                                d.reference(),
                                d.candidate(),
                                d.input(),
                                d.result(),
                                d.at(),
                                onBattery)),
                "baseline",
                "E",
                Samples::text);
        var findings = model.findingsProperty().get();
        assertEquals(
                Facts.of(
                        Facts.Mark.BAD,
                        "differs",
                        List.of(
                                "D: power battery, here mains",
                                "Not comparable: measure both again.")),
                findings.environment());
        assertEquals(
                List.of("baseline", "A", "E"),
                findings.forest().stream().map(ForestRow::id).toList());
    }

    @Test
    void showsEveryFileThatDiffers() {
        var both =
                new Variant(
                        "A",
                        "both",
                        "baseline",
                        Variant.Origin.EDIT,
                        Map.of("dedupe.py", "x = 2\n", "orders.py", "y = 2\n", "same.py", "z\n"));
        model.show(
                Samples.snapshot(List.of(Variant.baseline(), both), Map.of(), Map.of(), Map.of()),
                "baseline",
                "A",
                (variant, path) ->
                        variant.equals("A")
                                ? both.change(path).orElseThrow()
                                : path.equals("same.py") ? "z\n" : "");
        assertEquals(List.of("dedupe.py", "orders.py"), model.files());
        assertEquals(1, model.rows().size());
        model.selectFile("orders.py");
        var row = (SourceRow.Pair) model.rows().getFirst();
        assertNull(row.left());
        assertEquals("y = 2", Objects.requireNonNull(row.right()).text());
    }

    @Test
    void foldsWhatIsTheSameAndUnfoldsIt() {
        model.show(Samples.finished(), "baseline", "E", Samples::text);
        assertEquals(new SourceRow.Fold(0, 4), model.rows().getFirst());
        assertEquals(new SourceRow.Fold(14, 9), model.rows().getLast());
        model.unfold(new SourceRow.Fold(14, 9));
        assertEquals(20, model.rows().size());
        model.show(Samples.finished(), "baseline", "E", Samples::text);
        assertEquals(20, model.rows().size(), "a new state does not fold it again");
        model.choose("A", "E");
        assertEquals(12, model.rows().size());
    }

    @Test
    void forgetsTheGrowthOfOtherVariants() {
        model.show(Samples.finished(), "baseline", "E", Samples::text);
        var slope = new GrowthCurves.Slope(1, 1, 1);
        model.growth(
                new GrowthCurves(
                        "n",
                        TrialResult.Measure.CPU,
                        List.of(new GrowthCurves.Point(1, 1, 1), new GrowthCurves.Point(2, 2, 2)),
                        slope,
                        slope,
                        null,
                        List.of()));
        model.show(Samples.finished(), "baseline", "E", Samples::text);
        assertNotNull(model.growthProperty().get());
        model.choose("baseline", "D");
        assertNull(model.growthProperty().get());
    }

    @Test
    void showsGrowthOnceThereAreTwoSizes() {
        var one = new GrowthResult.Point(1000, 0.01);
        assertEquals(Optional.empty(), GrowthCurves.of(growth(List.of(one)), "n"));
        var two = new GrowthResult.Point(2000, 0.02);
        var three = new GrowthResult.Point(2000, 0.03);
        var curves = GrowthCurves.of(growth(List.of(one, two, three)), "n").orElseThrow();
        assertEquals(
                new GrowthCurves(
                        "n",
                        TrialResult.Measure.CPU,
                        List.of(
                                new GrowthCurves.Point(1000, 0.01, 0.01),
                                new GrowthCurves.Point(2000, 0.025, 0.025)),
                        null,
                        null,
                        1500.0,
                        List.of("left out", "ended early")),
                curves);
    }

    private static GrowthResult growth(List<GrowthResult.Point> points) {
        var curve = new GrowthResult.Curve(points, null);
        return new GrowthResult(
                TrialResult.Measure.CPU,
                curve,
                curve,
                new GrowthResult.Crossover(1500, true),
                new WallTime(1),
                "ended early",
                true,
                List.of("left out"));
    }
}
