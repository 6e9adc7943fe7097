package dev.pareto.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Random;

class TheilSenTest {
    @Test
    void findsTheLineInSpiteOfAnOutlier() {
        TheilSen line = TheilSen.of(new double[] {1, 2, 3, 4, 5}, new double[] {3, 5, 7, 9, 400});
        assertEquals(2, line.slope());
        assertEquals(1, line.intercept());
    }

    @Test
    void disorderOfSinglePointsIsKendallsDistribution() {
        assertArrayEquals(
                new double[] {1 / 24., 3 / 24., 5 / 24., 6 / 24., 5 / 24., 3 / 24., 1 / 24.},
                TheilSen.disorder(new int[] {1, 1, 1, 1}),
                1e-12);
    }

    @Test
    void disorderOfTwoGroupsIsTheRankSumDistribution() {
        // Mann & Whitney: two against two.
        assertArrayEquals(
                new double[] {1 / 6., 1 / 6., 2 / 6., 1 / 6., 1 / 6.},
                TheilSen.disorder(new int[] {2, 2}),
                1e-12);
    }

    @Test
    void intervalTakesOneSlopeFromEachEnd() {
        // Of 120 orders of five points one has no pair out of order: 2/120 ≤ 2 %, 10/120 is more.
        double[] y = {0, 1, 1.5, 4, 3};
        TheilSen line = TheilSen.of(new double[] {0, 1, 2, 3, 4}, y);
        assertEquals(new Interval(-1, 2.5), line.interval(0.02));
        assertEquals(Interval.WHOLE_LINE, line.interval(0.01));
    }

    @Test
    void intervalHoldsTheSlopeAsOftenAsItSays() {
        var random = new Random(3);
        double[] x = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3};
        int held = 0;
        for (int round = 0; round < 2000; round++) {
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = 1.5 * x[i] + Math.tan(Math.PI * (random.nextDouble() - 0.5));
            }
            held += TheilSen.of(x, y).interval(0.05).contains(1.5) ? 1 : 0;
        }
        assertTrue(held >= 1870, held + " of 2000");
    }

    @Test
    void needsTwoPlaces() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TheilSen.of(new double[] {1, 1}, new double[] {1, 2}));
    }
}
