package dev.pareto.stats;

import java.util.Arrays;

/// The averages of all pairs of values, each value with itself included: the estimate and the
/// interval that belong to the signed-rank test.
///
/// Hodges & Lehmann 1963; Hollander & Wolfe, "Nonparametric Statistical Methods", 3.2 (estimate)
/// and 3.3 (interval).
public final class WalshAverages {
    private final double[] sorted;
    private final int values;

    private WalshAverages(double[] sorted, int values) {
        this.sorted = sorted;
        this.values = values;
    }

    /// The averages of these values.
    ///
    /// @param values at least one
    public static WalshAverages of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double[] averages = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i; j < values.length; j++) {
                averages[next++] = (values[i] + values[j]) / 2;
            }
        }
        Arrays.sort(averages);
        return new WalshAverages(averages, values.length);
    }

    /// The Hodges–Lehmann estimate: the median of the averages.
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The interval from the k-th smallest to the k-th largest average, with the largest k for
    /// which P(W ≤ k − 1) ≤ p / 2 ([SignedRank#order]). It holds the centre of symmetric
    /// differences with a chance of at least 1 − p, ties and zeros or not, since both ends belong
    /// to it (Noether 1967, "Wilcoxon confidence intervals for location parameters in the discrete
    /// case", JASA 62). With too few values for such a k, it is the whole line.
    public Interval interval(double p) {
        int k = SignedRank.order(values, p);
        return k == 0
                ? Interval.WHOLE_LINE
                : new Interval(sorted[k - 1], sorted[sorted.length - k]);
    }
}
