package dev.pareto.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.lesson.Grade.Outcome;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.trial.Verdict;
import dev.pareto.trial.Verdict.Estimate;

import org.junit.jupiter.api.Test;

class GradeTest {
    @Test
    void sevenTenthsOfTheReferencesGainPass() {
        assertEquals(Outcome.PASSED, Grade.of(faster(10), faster(20)).outcome());
        Grade less = Grade.of(faster(2), faster(16));
        assertEquals(Outcome.NOT_ENOUGH, less.outcome());
        assertEquals(0.25, less.reached(), 1e-12);
    }

    @Test
    void moreThanTheReferencePasses() {
        assertEquals(2, Grade.of(faster(16), faster(4)).reached(), 1e-12);
    }

    @Test
    void nothingIsGradedWhereTheReferenceGainsNothing() {
        Verdict none = new Verdict.NoDifference(estimate(1), 0.02);
        assertEquals(Outcome.NO_GAIN_HERE, Grade.of(faster(2), none).outcome());
    }

    @Test
    void speedCountsOnlyForTheSameOutput() {
        Verdict changed =
                new Verdict.OutputChanged(
                        new Verdict.FirstDifference("stdout, line 1", "1", "2", ""));
        assertEquals(Outcome.OUTPUT_CHANGED, Grade.of(changed, null).outcome());
        assertEquals(false, Grade.needsReference(changed));
    }

    @Test
    void slowerAndNoDifferenceAreNotEnough() {
        assertEquals(
                Outcome.NOT_ENOUGH, Grade.of(new Verdict.Slower(estimate(0.5)), null).outcome());
        assertEquals(
                Outcome.NOT_ENOUGH,
                Grade.of(new Verdict.NoDifference(estimate(1), 0.02), null).outcome());
    }

    private static Verdict faster(double ratio) {
        return new Verdict.Faster(estimate(ratio));
    }

    private static Estimate estimate(double ratio) {
        return new Estimate(new Ratio(ratio), RatioInterval.of(ratio * 0.99, ratio * 1.01), 1);
    }
}
