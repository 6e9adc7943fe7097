package dev.pareto.stats;

import java.util.Arrays;

/// The exact Wilcoxon signed-rank test of paired differences, with ties and zeros.
///
/// Given the absolute values, each sign is a fair coin under the hypothesis "no difference". So the
/// distribution of the rank sum is found by adding the (mid)ranks one at a time, each with a coin:
/// no normal approximation, no table. Zeros are ranked with the others and then left out (Pratt
/// 1959, "Remarks on zeros and ties in the Wilcoxon signed rank procedures", JASA 54), ties get
/// midranks (Hollander & Wolfe, "Nonparametric Statistical Methods", 3.1).
public final class SignedRank {
    private SignedRank() {}

    /// The two-sided p-value: twice the smaller tail, at most 1.
    ///
    /// @param differences of any number; 1 for none
    public static double twoSided(double[] differences) {
        int[] doubled = doubledRanks(differences);
        long positive = 0;
        long all = 0;
        for (int i = 0; i < differences.length; i++) {
            if (differences[i] != 0) {
                all += doubled[i];
                positive += differences[i] > 0 ? doubled[i] : 0;
            }
        }
        double[] chance = distribution(nonZero(differences, doubled));
        long smaller = Math.min(positive, all - positive);
        double tail = 0;
        for (int sum = 0; sum <= smaller; sum++) {
            tail += chance[sum];
        }
        return Math.min(1, 2 * tail);
    }

    /// The chance of each rank sum without ties or zeros, W = 0 … n(n+1)/2.
    public static double[] distribution(int pairs) {
        int[] ranks = new int[pairs];
        Arrays.setAll(ranks, i -> i + 1);
        return distribution(ranks);
    }

    /// The k of the interval from the k-th smallest to the k-th largest Walsh average: the largest
    /// one with P(W ≤ k − 1) ≤ p / 2. So k − 1 is the critical value of published tables; 0 where
    /// there are too few pairs for any.
    public static int order(int pairs, double p) {
        double[] chance = distribution(pairs);
        double tail = 0;
        int k = 0;
        while (k < chance.length && tail + chance[k] <= p / 2) {
            tail += chance[k++];
        }
        return k;
    }

    /// The chance of each sum of a random part of the ranks, where each rank is in it by a fair
    /// coin.
    private static double[] distribution(int[] ranks) {
        int most = Arrays.stream(ranks).sum();
        double[] chance = new double[most + 1];
        chance[0] = 1;
        int reach = 0;
        for (int rank : ranks) {
            reach += rank;
            for (int sum = reach; sum >= 0; sum--) {
                chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
            }
        }
        return chance;
    }

    /// Twice the midranks of the absolute values, so that they are whole.
    private static int[] doubledRanks(double[] differences) {
        Integer[] order = new Integer[differences.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> Double.compare(Math.abs(differences[a]), Math.abs(differences[b])));
        int[] doubled = new int[differences.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length
                    && Math.abs(differences[order[to]]) == Math.abs(differences[order[from]])) {
                to++;
            }
            for (int i = from; i < to; i++) {
                doubled[order[i]] = from + 1 + to;
            }
            from = to;
        }
        return doubled;
    }

    private static int[] nonZero(double[] differences, int[] doubled) {
        int[] kept = new int[differences.length];
        int count = 0;
        for (int i = 0; i < differences.length; i++) {
            if (differences[i] != 0) {
                kept[count++] = doubled[i];
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
