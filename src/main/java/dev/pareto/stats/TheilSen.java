package dev.pareto.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/// A line through points by the median of the slopes of all pairs of points: for how a program's
/// time grows, on logarithmic axes.
///
/// Theil 1950; Sen 1968, "Estimates of the regression coefficient based on Kendall's tau", JASA 63;
/// Hollander & Wolfe, "Nonparametric Statistical Methods", 9.2 and 9.3.
public final class TheilSen {
    private final double[] slopes;
    private final int[] groups;
    private final double intercept;

    private TheilSen(double[] slopes, int[] groups, double intercept) {
        this.slopes = slopes;
        this.groups = groups;
        this.intercept = intercept;
    }

    /// The line through these points.
    ///
    /// @param x with at least two different values; points with the same x give no slope between
    ///   them
    public static TheilSen of(double[] x, double[] y) {
        double[] slopes =
                IntStream.range(0, x.length)
                        .boxed()
                        .flatMapToDouble(
                                i ->
                                        IntStream.range(i + 1, x.length)
                                                .filter(j -> x[i] != x[j])
                                                .mapToDouble(j -> (y[j] - y[i]) / (x[j] - x[i])))
                        .sorted()
                        .toArray();
        if (slopes.length == 0) {
            throw new IllegalArgumentException("no two different x");
        }
        int[] groups =
                Arrays.stream(x)
                        .distinct()
                        .mapToInt(value -> (int) Arrays.stream(x).filter(v -> v == value).count())
                        .toArray();
        double slope = median(slopes);
        double[] rests =
                IntStream.range(0, x.length)
                        .mapToDouble(i -> y[i] - slope * x[i])
                        .sorted()
                        .toArray();
        return new TheilSen(slopes, groups, median(rests));
    }

    /// The median of all slopes.
    public double slope() {
        return median(slopes);
    }

    /// The median of y − slope · x.
    public double intercept() {
        return intercept;
    }

    /// From the k-th smallest to the k-th largest slope, with the largest k for which P(D ≤ k − 1)
    /// ≤ p / 2, D being the number of pairs of points out of order when y does not depend on x. It
    /// holds the slope with a chance of at least 1 − p. With too few points it is the whole line.
    public Interval interval(double p) {
        double[] chance = disorder(groups);
        double tail = 0;
        int k = 0;
        while (k < chance.length && tail + chance[k] <= p / 2) {
            tail += chance[k++];
        }
        return k == 0
                ? Interval.WHOLE_LINE
                : new Interval(slopes[k - 1], slopes[slopes.length - k]);
    }

    /// The chance of each number of pairs out of order between groups (points with the same x), all
    /// orders of y being equally likely. Its generating function is the q-multinomial coefficient,
    /// the q-factorial of all points over those of the groups (MacMahon; without groups of several
    /// points it is Kendall's distribution).
    static double[] disorder(int[] groups) {
        double[] ways = {1};
        int points = 0;
        for (int group : groups) {
            for (int i = 1; i <= group; i++) {
                ways = divided(times(ways, ++points), i);
            }
        }
        double all = Arrays.stream(ways).sum();
        return Arrays.stream(ways).map(way -> way / all).toArray();
    }

    /// Multiplied by 1 + q + … + q^(n−1).
    private static double[] times(double[] ways, int n) {
        double[] product = new double[ways.length + n - 1];
        for (int i = 0; i < ways.length; i++) {
            for (int j = 0; j < n; j++) {
                product[i + j] += ways[i];
            }
        }
        return product;
    }

    /// Divided by 1 + q + … + q^(n−1), without remainder.
    private static double[] divided(double[] ways, int n) {
        double[] rest = ways.clone();
        double[] quotient = new double[ways.length - n + 1];
        for (int i = 0; i < quotient.length; i++) {
            quotient[i] = rest[i];
            for (int j = 0; j < n; j++) {
                rest[i + j] -= quotient[i];
            }
        }
        return quotient;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
