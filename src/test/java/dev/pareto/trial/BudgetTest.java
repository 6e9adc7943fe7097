package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.SequentialTest.Answer;
import dev.pareto.trial.SequentialTest.Kind;
import dev.pareto.trial.Verdict.Estimate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// When a trial ends without an answer, and what it says then.
class BudgetTest {
    private static final Budget BUDGET = new Budget(new WallTime(30));
    private static final Answer OPEN = new Answer(Kind.OPEN, estimate(1, null), false);
    private static final Answer REFINING = new Answer(Kind.FASTER, estimate(1.5, null), false);

    private static Estimate estimate(double ratio, @Nullable RatioInterval interval) {
        return new Estimate(new Ratio(ratio), interval, 1);
    }

    @Test
    void allowsPairsUntilItIsSpentAndThenOnlyToTheNextLook() {
        assertEquals(true, BUDGET.allowsMore(0, 0, 0, OPEN));
        assertEquals(true, BUDGET.allowsMore(14, 14, 29, OPEN));
        assertEquals(false, BUDGET.allowsMore(14, 14, 31, OPEN));
        assertEquals(true, BUDGET.allowsMore(15, 15, 31, OPEN));
        assertEquals(false, BUDGET.allowsMore(120, 120, 10, OPEN));
    }

    @Test
    void doesNotWaitForALookThatIsFarAway() {
        assertEquals(false, BUDGET.allowsMore(2, 2, 40, OPEN));
        assertEquals(true, BUDGET.allowsMore(4, 4, 31, OPEN));
        var small = new Budget(new WallTime(10));
        assertEquals(false, small.allowsMore(4, 4, 20, OPEN));
        assertEquals(true, small.allowsMore(4, 4, 20, REFINING));
        assertEquals(false, small.allowsMore(4, 4, 40, REFINING));
    }

    @Test
    void goesOnForAnotherBudgetWithPairsThatItHas() {
        assertEquals(true, BUDGET.allowsMore(30, 0, 0, OPEN));
        assertEquals(true, BUDGET.allowsMore(37, 7, 31, OPEN));
    }

    @Test
    void saysWhatIsExcludedAndWhatWouldSettleIt() {
        assertEquals(
                "A gain over 3.00 % and a loss over 1.01 % are excluded. About 36.5 s more would"
                        + " settle ±2.00 %.",
                Excluded.reason(estimate(1.01, RatioInterval.of(0.99, 1.03)), 23, 0.5, 0.02));
        assertEquals(
                "A gain over 50.0 % and a loss over 50.0 % are excluded. More pairs than a trial"
                        + " takes (120) would be needed to settle ±2.00 %: try a larger input, a"
                        + " quieter machine, or a wider range.",
                Excluded.reason(estimate(1, RatioInterval.of(1 / 1.5, 1.5)), 23, 0.5, 0.02));
    }

    @Test
    void saysHowLongTheFirstLookWouldTake() {
        assertEquals(
                "11 pairs are the least that can settle anything; there are 3. The rest takes about"
                        + " 16.0 s. A smaller input is quicker.",
                Excluded.reason(estimate(1, null), 3, 2, 0.02));
    }
}
