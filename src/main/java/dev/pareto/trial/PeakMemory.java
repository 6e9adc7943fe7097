package dev.pareto.trial;

import dev.pareto.python.Usage;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.stats.Interval;
import dev.pareto.stats.SignedRank;
import dev.pareto.stats.WalshAverages;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// Compares the peak memory of the members of pairs.
final class PeakMemory {
    static final TrialResult.Memory UNKNOWN = new TrialResult.Memory(Bytes.ZERO, Bytes.ZERO, null);
    private static final double LEAST_PART = 0.01;
    private static final long LEAST_BYTES = 256 * 1024;

    private PeakMemory() {}

    /// Medians of all pairs. A ratio is claimed from the pairs until the last look only, when p ≤
    /// 0.001 and the medians are more than 1 % and 256 kB apart.
    static TrialResult.Memory of(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return UNKNOWN;
        }
        double before = median(pairs, Pair::baseline);
        double after = median(pairs, Pair::candidate);
        var looked = pairs.subList(0, SequentialTest.lastLook(pairs.size()));
        boolean large = Math.abs(before - after) > Math.max(LEAST_PART * before, LEAST_BYTES);
        return new TrialResult.Memory(
                new Bytes(Math.round(before)),
                new Bytes(Math.round(after)),
                large && !looked.isEmpty() ? claim(looked) : null);
    }

    private static @Nullable RatioInterval claim(List<Pair> pairs) {
        double[] differences =
                pairs.stream()
                        .mapToDouble(p -> Math.log(peak(p.baseline()) / peak(p.candidate())))
                        .toArray();
        if (!(SignedRank.twoSided(differences) <= SequentialTest.LEVEL)) {
            return null;
        }
        Interval interval = WalshAverages.of(differences).interval(SequentialTest.LEVEL);
        return interval.contains(0)
                ? null
                : RatioInterval.of(Math.exp(interval.low()), Math.exp(interval.high()));
    }

    private static double median(List<Pair> pairs, Function<Pair, Usage> side) {
        double[] sorted = pairs.stream().map(side).mapToDouble(PeakMemory::peak).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double peak(Usage usage) {
        // Never zero, so that a launcher which knows no peaks makes no infinite ratio.
        return Math.max(1, usage.peakMemory().count());
    }
}
