package dev.pareto.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.stream.IntStream;

class SignedRankTest {
    /// OEIS A226330, after Mitic, "Critical values for the Wilcoxon signed rank statistic" (The
    /// Mathematica Journal 6): one-tail 2.5 %, from n = 6 on.
    private static final int[] CRITICAL_AT_5_PERCENT = {
        0, 2, 3, 5, 8, 10, 13, 17, 21, 25, 29, 34, 40, 46, 52, 58, 65, 73, 81, 89, 98, 107, 116,
        126, 137, 147, 159, 170, 182, 195, 208, 221, 235, 249, 264, 279, 294, 310, 327, 343, 361,
        378, 396, 415, 434, 453, 473, 494, 514, 536, 557, 579, 602, 625, 648, 672, 697
    };

    @Test
    void criticalValuesAreThoseOfThePublishedTable() {
        int[] ours =
                IntStream.range(6, 6 + CRITICAL_AT_5_PERCENT.length)
                        .map(pairs -> SignedRank.order(pairs, 0.05) - 1)
                        .toArray();
        assertArrayEquals(CRITICAL_AT_5_PERCENT, ours);
    }

    @Test
    void elevenPairsOfOneSignAreTheFirstToReachOnePerMille() {
        assertEquals(0, SignedRank.order(10, 0.001));
        assertEquals(1, SignedRank.order(11, 0.001));
        assertEquals(2 / 2048.0, SignedRank.twoSided(ramp(11)), 1e-15);
        assertEquals(2 / 1024.0, SignedRank.twoSided(ramp(10)), 1e-15);
    }

    @Test
    void chancesOfAllRankSumsMakeOne() {
        for (int pairs : new int[] {1, 11, 60, 120}) {
            double[] chance = SignedRank.distribution(pairs);
            assertEquals(pairs * (pairs + 1) / 2 + 1, chance.length);
            assertEquals(
                    1, IntStream.range(0, chance.length).mapToDouble(i -> chance[i]).sum(), 1e-12);
        }
    }

    @Test
    void equalsTheEnumerationOfAllSignsWithTiesAndZeros() {
        var random = new Random(20261124);
        for (int round = 0; round < 400; round++) {
            // Few different values, so that ties and zeros are the rule.
            double[] differences =
                    random.ints(1 + random.nextInt(12), -3, 5).mapToDouble(v -> v).toArray();
            assertEquals(enumerated(differences), SignedRank.twoSided(differences), 1e-12);
        }
    }

    @Test
    void knowsNothingWithoutDifferences() {
        assertEquals(1, SignedRank.twoSided(new double[0]));
        assertEquals(1, SignedRank.twoSided(new double[] {0, 0, -0.0}));
    }

    @Test
    void zerosKeepTheLowRanksForThemselves() {
        // Ranks 3 and 4 are left (Pratt); were zeros dropped first, it would be ranks 1 and 2 with
        // the same chances, but for −1 among two zeros and 2 the sums are told apart.
        assertEquals(0.5, SignedRank.twoSided(new double[] {0, 0, 1, 2}), 1e-15);
        assertEquals(1, SignedRank.twoSided(new double[] {0, 0, -1, 2}), 1e-15);
    }

    private static double[] ramp(int pairs) {
        return IntStream.rangeClosed(1, pairs).mapToDouble(i -> i).toArray();
    }

    /// Each sign of each difference that is not zero, by force: how often the rank sum is as far
    /// from its centre or farther.
    private static double enumerated(double[] differences) {
        int n = differences.length;
        double[] ranks = new double[n];
        for (int i = 0; i < n; i++) {
            double size = Math.abs(differences[i]);
            long below = count(differences, d -> Math.abs(d) < size);
            long equal = count(differences, d -> Math.abs(d) == size);
            ranks[i] = differences[i] == 0 ? 0 : below + (equal + 1) / 2.0;
        }
        double observed = 0;
        for (int i = 0; i < n; i++) {
            observed += Math.signum(differences[i]) * ranks[i];
        }
        int asFar = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (signs >> i & 1) == 0 ? ranks[i] : -ranks[i];
            }
            asFar += Math.abs(sum) >= Math.abs(observed) - 1e-9 ? 1 : 0;
        }
        return (double) asFar / (1 << n);
    }

    private static long count(double[] values, java.util.function.DoublePredicate wanted) {
        return java.util.Arrays.stream(values).filter(wanted).count();
    }
}
