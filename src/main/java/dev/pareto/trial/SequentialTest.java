package dev.pareto.trial;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.stats.Interval;
import dev.pareto.stats.SignedRank;
import dev.pareto.stats.WalshAverages;
import dev.pareto.trial.Verdict.Estimate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What pairs of runs say, and whether more are needed: a group-sequential test. It knows times
/// only, no processes, and is the same for every trial.
///
/// It looks at 11, 14, 18, … pairs, each time with the exact two-sided signed-rank test at p ≤
/// 0.001, so that all looks together claim falsely in 1.05 % of cases at most. Before the first
/// look two gates let large effects through; they are a heuristic.
///
/// @param epsilon as a part: 0.02 for "no difference of 2 % or more"
record SequentialTest(double epsilon) {
    static final double LEVEL = 0.001;
    static final int FIRST_LOOK = 11;
    static final int MOST_PAIRS = 120;
    private static final int[] LOOKS = {FIRST_LOOK, 14, 18, 23, 30, 38, 48, 60, 76, 96, MOST_PAIRS};
    private static final int EARLY = 4;
    private static final int LATE = 6;
    private static final double WIDE_GATE = 1.30;
    private static final double NARROW_GATE = 1.15;

    /// What is known after some pairs.
    ///
    /// @param estimate of all of them; its interval is a claim only at a look
    /// @param settled no more pairs are needed. A gate gives an answer that is not settled
    record Answer(Kind kind, Estimate estimate, boolean settled) {
        boolean isRefining() {
            return kind != Kind.OPEN && !settled;
        }
    }

    /// Which way the answer goes.
    enum Kind {
        FASTER,
        SLOWER,
        NO_DIFFERENCE,
        OPEN
    }

    /// The number of pairs at which the test looks next; 0 when there is no more.
    static int nextLook(int pairs) {
        return IntStream.of(LOOKS).filter(look -> look > pairs).findFirst().orElse(0);
    }

    static boolean isLook(int pairs) {
        return IntStream.of(LOOKS).anyMatch(look -> look == pairs);
    }

    /// The last look at or before this number of pairs; 0 when there was none.
    static int lastLook(int pairs) {
        return IntStream.of(LOOKS).filter(look -> look <= pairs).max().orElse(0);
    }

    Answer after(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return new Answer(Kind.OPEN, new Estimate(Ratio.ONE, null, 1), false);
        }
        if (pairs.size() < FIRST_LOOK) {
            return gated(pairs);
        }
        double[] differences = pairs.stream().mapToDouble(Pair::logRatio).toArray();
        var averages = WalshAverages.of(differences);
        Interval interval = averages.interval(LEVEL);
        var estimate =
                new Estimate(
                        new Ratio(Math.exp(averages.median())),
                        RatioInterval.of(Math.exp(interval.low()), Math.exp(interval.high())),
                        1);
        Kind kind = isLook(pairs.size()) ? kind(interval, differences) : Kind.OPEN;
        return new Answer(kind, estimate, kind != Kind.OPEN);
    }

    private Kind kind(Interval interval, double[] differences) {
        // With ties the interval may end a little sooner than the test would; both must agree.
        if (!interval.contains(0) && SignedRank.twoSided(differences) <= LEVEL) {
            return interval.low() > 0 ? Kind.FASTER : Kind.SLOWER;
        }
        double bound = Math.log1p(epsilon);
        return -bound < interval.low() && interval.high() < bound ? Kind.NO_DIFFERENCE : Kind.OPEN;
    }

    private static Answer gated(List<Pair> pairs) {
        double[] differences = pairs.stream().mapToDouble(Pair::logRatio).toArray();
        var ratio = new Ratio(Math.exp(WalshAverages.of(differences).median()));
        double gate = gate(pairs);
        Kind kind = gate > 1 ? Kind.FASTER : gate < 1 ? Kind.SLOWER : Kind.OPEN;
        return new Answer(kind, new Estimate(ratio, null, gate < 1 ? 1 / gate : gate), false);
    }

    /// The bound that the gates give: above 1 when the candidate is faster, below when it is
    /// slower, 1 for none. Once one has opened, later pairs before the first look do not close it.
    private static double gate(List<Pair> pairs) {
        double early = pairs.size() < EARLY ? 1 : gate(pairs.subList(0, EARLY), WIDE_GATE);
        if (early != 1 || pairs.size() < LATE) {
            return early;
        }
        double wide = gate(pairs.subList(0, LATE), WIDE_GATE);
        return wide != 1 ? wide : gate(pairs.subList(0, LATE), NARROW_GATE);
    }

    private static double gate(List<Pair> pairs, double bound) {
        long candidateFirst = pairs.stream().filter(Pair::candidateFirst).count();
        if (candidateFirst == 0 || candidateFirst == pairs.size()) {
            return 1;
        }
        if (beyond(pairs, Pair::baselineSeconds, Pair::candidateSeconds, bound)) {
            return bound;
        }
        return beyond(pairs, Pair::candidateSeconds, Pair::baselineSeconds, bound) ? 1 / bound : 1;
    }

    private static boolean beyond(
            List<Pair> pairs,
            ToDoubleFunction<Pair> slow,
            ToDoubleFunction<Pair> fast,
            double bound) {
        double quickest = pairs.stream().mapToDouble(slow).min().orElseThrow();
        double slowest = pairs.stream().mapToDouble(fast).max().orElseThrow();
        return quickest > slowest * bound;
    }
}
