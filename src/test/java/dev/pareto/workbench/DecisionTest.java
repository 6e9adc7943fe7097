package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.advice.MemoryGain;
import dev.pareto.advice.Suggestion;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.Share;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.TrialResult.Measure;
import dev.pareto.trial.TrialResult.Memory;
import dev.pareto.trial.TrialResult.Mode;
import dev.pareto.trial.Verdict;
import dev.pareto.trial.Verdict.Estimate;
import dev.pareto.trial.Verdict.FirstDifference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class DecisionTest {
    private static final Bytes PEAK = Bytes.ofMega(80);

    private static Suggestion suggestion(boolean aboutMemory) {
        return new Suggestion(
                "r:a.py:f:0",
                "r",
                "Do it",
                "a.py",
                1,
                new Share(0.5),
                Map.of(),
                "",
                RatioInterval.of(1, 2),
                new Ratio(2),
                WallTime.ZERO,
                List.of(),
                Map.of(),
                "",
                "",
                aboutMemory ? new MemoryGain(PEAK, Bytes.ofMega(20), PEAK) : null);
    }

    private static TrialResult trial(Verdict verdict, @Nullable RatioInterval memory) {
        return new TrialResult(
                verdict,
                Mode.BRAID,
                Measure.CPU,
                List.of(),
                WallTime.ZERO,
                2,
                !(verdict instanceof Verdict.OutputChanged),
                new Memory(PEAK, Bytes.ofMega(20), memory),
                true,
                List.of());
    }

    private static Estimate estimate(double low, double ratio, double high) {
        return new Estimate(new Ratio(ratio), RatioInterval.of(low, high), 1);
    }

    private static Decision time(Verdict verdict) {
        return Decision.of(suggestion(false), trial(verdict, RatioInterval.of(3, 5)));
    }

    private static Decision memory(Verdict verdict) {
        return Decision.of(suggestion(true), trial(verdict, RatioInterval.of(3, 5)));
    }

    @Test
    void aChangeForTimeIsKeptOnlyWhenItIsFaster() {
        assertEquals(
                new Decision(true, "2.00× faster, same output on 2 inputs"),
                time(new Verdict.Faster(estimate(1.9, 2, 2.1))));
        assertEquals(
                new Decision(true, "at least 1.30× faster, same output on 2 inputs"),
                time(new Verdict.Faster(new Estimate(new Ratio(1.9), null, 1.3))));
        assertEquals(
                new Decision(false, "slower: it takes 2.00× the time"),
                time(new Verdict.Slower(estimate(0.4, 0.5, 0.6))));
        assertEquals(
                new Decision(false, "no difference of 2.00 % or more"),
                time(new Verdict.NoDifference(estimate(0.99, 1, 1.01), 0.02)));
        assertEquals(
                new Decision(false, "undecided: more would settle it"),
                time(new Verdict.Undecided(estimate(0.9, 1, 1.2), "more would settle it.")));
    }

    @Test
    void noGainMakesUpForAnotherOutput() {
        var changed =
                new Verdict.OutputChanged(
                        new FirstDifference("stdout, line 3", "1\n", "2\n", "type"));
        var dropped =
                new Decision(false, "the output changed, stdout, line 3: “1” before, “2” after");
        assertEquals(List.of(dropped, dropped), List.of(time(changed), memory(changed)));
    }

    @Test
    void aChangeForMemoryIsKeptUnlessItMayCostTime() {
        var kept =
                new Decision(
                        true, "peak memory 80.0 MB → 20.0 MB, no slower, same output on 2 inputs");
        assertEquals(kept, memory(new Verdict.NoDifference(estimate(0.99, 1, 1.01), 0.02)));
        assertEquals(kept, memory(new Verdict.Undecided(estimate(0.985, 1, 1.1), "")));
        assertEquals(false, memory(new Verdict.Undecided(estimate(0.9, 1, 1.1), "x")).kept());
        assertEquals(
                new Decision(
                        false,
                        "peak memory 80.0 MB → 20.0 MB: a lower peak at no loss of time is not"
                                + " proved (slower: it takes 2.00× the time)"),
                memory(new Verdict.Slower(estimate(0.4, 0.5, 0.6))));
        var unclaimed = trial(new Verdict.NoDifference(estimate(0.99, 1, 1.01), 0.02), null);
        assertEquals(false, Decision.of(suggestion(true), unclaimed).kept());
    }

    private static String lost(Verdict verdict) {
        return Decision.lost(suggestion(false), trial(verdict, null));
    }

    @Test
    void whatIsLostWithoutAStepIsSaidFromTheStepsSide() {
        assertEquals(
                "without it the program takes 2.00× the time (99 % interval 1.90–2.10×)",
                lost(new Verdict.Faster(estimate(1.9, 2, 2.1))));
        assertEquals(
                "without it the program takes at least 1.30× the time",
                lost(new Verdict.Faster(new Estimate(new Ratio(1.9), null, 1.3))));
        assertEquals(
                "without it the program is 1.25× faster, by this one trial",
                lost(new Verdict.Slower(estimate(0.7, 0.8, 0.9))));
        assertEquals(
                "without it nothing is lost: no difference of 2.00 % or more",
                lost(new Verdict.NoDifference(estimate(0.99, 1, 1.01), 0.02)));
        assertEquals(
                "it cannot be undone alone: could not be judged: both failed",
                lost(new Verdict.Failed("both failed.")));
        assertEquals(
                "without it the peak memory is 80.0 MB instead of 20.0 MB",
                Decision.lost(
                        suggestion(true),
                        trial(
                                new Verdict.NoDifference(estimate(0.99, 1, 1.01), 0.02),
                                RatioInterval.of(3, 5))));
    }
}
