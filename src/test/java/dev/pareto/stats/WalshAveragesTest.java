package dev.pareto.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

class WalshAveragesTest {
    @Test
    void medianOfAllAveragesIsTheEstimate() {
        // 1 1.5 2 2 3 3.5 3 … of {1, 2, 4, 9}: 1 1.5 2 2.5 3 4 5 5.5 6.5 9
        assertEquals(3.5, WalshAverages.of(new double[] {9, 1, 4, 2}).median());
        assertEquals(7, WalshAverages.of(new double[] {7}).median());
        assertThrows(IllegalArgumentException.class, () -> WalshAverages.of(new double[0]));
    }

    @Test
    void estimateOfDepressionScoresIsThatOfTheTextbook() {
        // Hollander & Wolfe, examples 3.1 to 3.4: Hamilton scale of nine patients before and after;
        // estimate −0.46, interval at 96.1 % from −0.786 to −0.010.
        double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        double[] differences = new double[before.length];
        Arrays.setAll(differences, i -> after[i] - before[i]);
        WalshAverages averages = WalshAverages.of(differences);
        assertEquals(-0.46, averages.median(), 1e-9);
        Interval interval = averages.interval(0.04);
        assertEquals(-0.786, interval.low(), 1e-9);
        assertEquals(-0.010, interval.high(), 1e-9);
        assertEquals(0.0390625, SignedRank.twoSided(differences), 1e-12);
    }

    @Test
    void elevenPairsAtOnePerMilleGiveTheirRange() {
        double[] values = {5, 1, 11, 2, 10, 3, 9, 4, 8, 6, 7};
        assertEquals(new Interval(1, 11), WalshAverages.of(values).interval(0.001));
        assertEquals(
                Interval.WHOLE_LINE, WalshAverages.of(Arrays.copyOf(values, 10)).interval(0.001));
    }

    @Test
    void intervalExcludesZeroExactlyWhenTheTestSaysSo() {
        var random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            double[] values =
                    DoubleStream.generate(() -> random.nextGaussian() + 0.9).limit(14).toArray();
            boolean excluded = !WalshAverages.of(values).interval(0.01).contains(0);
            assertEquals(SignedRank.twoSided(values) <= 0.01, excluded);
        }
    }

    @Test
    void intervalHoldsTheCentreAsOftenAsItSays() {
        var random = new Random(11);
        assertCoverage(random::nextGaussian);
        // Cauchy: tails without a mean.
        assertCoverage(() -> Math.tan(Math.PI * (random.nextDouble() - 0.5)));
        // Mostly ties and zeros.
        assertCoverage(() -> random.nextInt(-2, 3));
    }

    /// 4,000 intervals at 95 %: fewer than 93.9 % of them holding the centre has a chance of 1 in
    /// 1,000.
    private static void assertCoverage(DoubleSupplier noise) {
        int held = 0;
        for (int round = 0; round < 4000; round++) {
            double[] values = DoubleStream.generate(noise).limit(18).toArray();
            held += WalshAverages.of(values).interval(0.05).contains(0) ? 1 : 0;
        }
        assertTrue(held >= 3756, held + " of 4000");
    }
}
