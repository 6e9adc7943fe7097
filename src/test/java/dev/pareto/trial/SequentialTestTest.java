package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.python.Usage;
import dev.pareto.trial.SequentialTest.Answer;
import dev.pareto.trial.SequentialTest.Kind;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// The whole procedure, looks and gates, on simulated times.
class SequentialTestTest {
    private static final SequentialTest TEST = new SequentialTest(0.02);

    /// How many of a number of simulated trials ended how.
    private record Ends(
            int claims, int noDifference, int open, int covered, int looked, int first) {}

    /// Times of both sides are a common drift times noise of each; the candidate's true ratio is
    /// `effect`. Whoever starts second may be slower.
    private static Ends simulate(
            int trials, double effect, ToDoubleFunction<Random> noise, double second) {
        var random = new Random(20261127);
        int claims = 0;
        int none = 0;
        int open = 0;
        int covered = 0;
        int looked = 0;
        int first = 0;
        for (int trial = 0; trial < trials; trial++) {
            var pairs = new ArrayList<Pair>();
            Answer answer = TEST.after(pairs);
            boolean claimed = false;
            while (!answer.settled() && pairs.size() < SequentialTest.MOST_PAIRS) {
                double drift = Math.exp(0.3 * Math.sin((trial + pairs.size()) / 7.0));
                boolean candidateFirst = random.nextBoolean();
                double a = drift * Math.exp(noise.applyAsDouble(random));
                double b = drift * Math.exp(noise.applyAsDouble(random)) / effect;
                pairs.add(
                        pair(
                                candidateFirst,
                                candidateFirst ? a * second : a,
                                candidateFirst ? b : b * second));
                if (pairs.size() > 6 && !SequentialTest.isLook(pairs.size())) {
                    continue;
                }
                answer = TEST.after(pairs);
                claimed |= answer.kind() == Kind.FASTER || answer.kind() == Kind.SLOWER;
            }
            claims += claimed ? 1 : 0;
            first += answer.settled() && pairs.size() == SequentialTest.FIRST_LOOK ? 1 : 0;
            none += answer.kind() == Kind.NO_DIFFERENCE ? 1 : 0;
            open += answer.kind() == Kind.OPEN ? 1 : 0;
            var interval = answer.estimate().interval();
            if (interval != null) {
                looked++;
                covered += interval.contains(effect) ? 1 : 0;
            }
        }
        return new Ends(claims, none, open, covered, looked, first);
    }

    private static Pair pair(boolean candidateFirst, double baseline, double candidate) {
        return new Pair(candidateFirst, baseline, candidate, Usage.NONE, Usage.NONE);
    }

    /// As many pairs as there are coins: H where the candidate is first.
    private static List<Pair> pairs(String coins, double baseline, double candidate) {
        return coins.chars().mapToObj(c -> pair(c == 'H', baseline, candidate)).toList();
    }

    @Test
    void claimsSeldomWhenAProgramRunsAgainstItself() {
        assertFew(simulate(2000, 1, r -> 0.02 * r.nextGaussian(), 1));
    }

    @Test
    void claimsSeldomUnderHeavyTails() {
        // Cauchy noise: neither mean nor variance exists.
        assertFew(simulate(2000, 1, r -> 0.01 * Math.tan(Math.PI * (r.nextDouble() - 0.5)), 1));
    }

    @Test
    void claimsSeldomWhenTheSecondStarterIsSlower() {
        assertFew(simulate(2000, 1, r -> 0.03 * r.nextGaussian(), 1.5));
    }

    @Test
    void claimsSeldomAtHalfOfTheTimeAsNoise() {
        assertFew(simulate(2000, 1, r -> 0.5 * r.nextGaussian(), 1));
    }

    private static void assertFew(Ends ends) {
        assertTrue(ends.claims() <= 0.012 * 2000, () -> ends + " of 2000");
        assertTrue(ends.covered() >= 0.99 * ends.looked(), () -> ends + " of 2000");
    }

    @Test
    void intervalHoldsTheTruthWhereverItStops() {
        for (double effect : new double[] {0.97, 1.01, 1.03, 1.1, 2}) {
            Ends ends = simulate(500, effect, r -> 0.02 * r.nextGaussian(), 1);
            assertTrue(ends.covered() >= 0.985 * ends.looked(), () -> effect + ": " + ends);
        }
    }

    @Test
    void findsTenPercentAtTheFirstLook() {
        Ends ends = simulate(500, 1.1, r -> 0.01 * r.nextGaussian(), 1);
        assertEquals(500, ends.claims());
        assertTrue(ends.first() >= 495, ends::toString);
    }

    @Test
    void saysNoDifferenceOfAProgramAgainstItself() {
        Ends ends = simulate(500, 1, r -> 0.011 * r.nextGaussian(), 1);
        assertTrue(ends.noDifference() >= 490, ends::toString);
    }

    @Test
    void wideGateOpensAfterFourPairsWithBothOrders() {
        Answer answer = TEST.after(pairs("HTTT", 1.5, 1));
        assertEquals(Kind.FASTER, answer.kind());
        assertEquals(1.3, answer.estimate().gate());
        assertEquals(1.5, answer.estimate().ratio().value(), 1e-12);
        assertNull(answer.estimate().interval());
        assertTrue(answer.isRefining());
        assertEquals(Kind.SLOWER, TEST.after(pairs("HTTT", 1, 1.5)).kind());
        assertEquals(1.3, TEST.after(pairs("HTTT", 1, 1.5)).estimate().gate());
        assertEquals(Kind.OPEN, TEST.after(pairs("HHHH", 1.5, 1)).kind());
        assertEquals(Kind.OPEN, TEST.after(pairs("HTT", 1.5, 1)).kind());
        assertEquals(Kind.OPEN, TEST.after(pairs("HTTT", 1.2, 1)).kind());
    }

    @Test
    void narrowGateOpensAfterSixAndStaysOpenUntilTheFirstLook() {
        assertEquals(Kind.OPEN, TEST.after(pairs("HTTTT", 1.2, 1)).kind());
        var six = new ArrayList<>(pairs("HTTTHT", 1.2, 1));
        assertEquals(Kind.FASTER, TEST.after(six).kind());
        assertEquals(1.15, TEST.after(six).estimate().gate());
        six.add(pair(true, 1, 1));
        assertEquals(Kind.FASTER, TEST.after(six).kind());
    }

    @Test
    void elevenPairsOfOneSignSettleIt() {
        Answer answer = TEST.after(pairs("HTHTHTHTHTH", 1.05, 1));
        assertEquals(Kind.FASTER, answer.kind());
        assertTrue(answer.settled());
        // Between looks there is an interval to show, and no claim.
        assertEquals(Kind.OPEN, TEST.after(pairs("HTHTHTHTHTHT", 1.05, 1)).kind());
    }

    @Test
    void looksAtTheTimesOfThePlan() {
        var looks = new ArrayList<Integer>();
        for (int n = SequentialTest.nextLook(0); n > 0; n = SequentialTest.nextLook(n)) {
            looks.add(n);
        }
        assertEquals(List.of(11, 14, 18, 23, 30, 38, 48, 60, 76, 96, 120), looks);
    }
}
