package dev.pareto.ui;

import dev.pareto.program.Variant;
import dev.pareto.python.Usage;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.workbench.TrialReport;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Trials of the example's variants. Times are simulated with fixed seeds.
public final class SampleTrials {
    private SampleTrials() {}

    public static Map<String, TrialReport> all() {
        var all = new LinkedHashMap<String, TrialReport>();
        all.put(
                "A",
                report(
                        "A",
                        new Verdict.NoDifference(estimate(1.0, 0.99, 1.01), 0.02),
                        pairs(23, 0.482, 0.481, 11.7),
                        memory(11.7, 11.7, null)));
        all.put("B", outputChanged());
        all.put("C", twoProcesses());
        all.put(
                "D",
                report(
                        "D",
                        new Verdict.Faster(estimate(4.55, 4.34, 4.71)),
                        pairs(11, 0.482, 0.106, 29.4),
                        memory(11.7, 29.4, RatioInterval.of(0.396, 0.4))));
        all.put("E", setLookup());
        return all;
    }

    public static TrialReport setLookup() {
        return report(
                "E",
                new Verdict.Faster(estimate(11.0, 10.8, 11.4)),
                pairs(11, 0.482, 0.0437, 12.4),
                memory(11.7, 12.4, RatioInterval.of(0.938, 0.949)));
    }

    public static TrialReport undecided() {
        return report(
                "A",
                new Verdict.Undecided(
                        estimate(1.0, 0.985, 1.025),
                        "A gain over 2.50 % and a loss over 1.57 % are excluded. About 17 s more"
                                + " would settle ±2 %."),
                pairs(30, 0.482, 0.481, 11.7),
                memory(11.7, 11.7, null));
    }

    public static TrialReport cancelled() {
        TrialResult whole = undecided().result();
        return report(
                "A",
                new TrialResult(
                        new Verdict.Undecided(
                                new Verdict.Estimate(new Ratio(4.5), null, 1), "Stopped."),
                        whole.mode(),
                        whole.measure(),
                        pairs(5, 0.482, 0.107, 11.7),
                        new WallTime(3.53),
                        1,
                        true,
                        whole.memory(),
                        false,
                        List.of()));
    }

    private static TrialReport outputChanged() {
        return report(
                "B",
                new Verdict.OutputChanged(
                        new Verdict.FirstDifference(
                                "stdout, line 1",
                                "7595 NO-005305 NO-002471 NO-005931",
                                "7595 NO-000001 NO-000002 NO-011999",
                                "order")),
                List.of(),
                memory(0, 0, null));
    }

    private static TrialReport twoProcesses() {
        TrialResult result =
                new TrialResult(
                        new Verdict.Faster(estimate(1.62, 1.48, 1.73)),
                        TrialResult.Mode.SEQUENTIAL,
                        TrialResult.Measure.WALL,
                        pairs(11, 0.497, 0.307, 12.1),
                        new WallTime(12.4),
                        3,
                        true,
                        memory(11.7, 12.1, RatioInterval.of(0.96, 0.97)),
                        true,
                        List.of());
        return report("C", result);
    }

    private static TrialReport report(
            String candidate, Verdict verdict, List<Pair> pairs, TrialResult.Memory memory) {
        boolean same = !(verdict instanceof Verdict.OutputChanged);
        return report(
                candidate,
                new TrialResult(
                        verdict,
                        TrialResult.Mode.BRAID,
                        TrialResult.Measure.CPU,
                        pairs,
                        new WallTime(6.83),
                        same ? 3 : 1,
                        same,
                        memory,
                        true,
                        List.of()));
    }

    private static TrialReport report(String candidate, TrialResult result) {
        return new TrialReport(
                Variant.BASELINE_ID,
                candidate,
                Samples.INPUT,
                result,
                Samples.THEN,
                Samples.ENVIRONMENT);
    }

    private static Verdict.Estimate estimate(double ratio, double low, double high) {
        return new Verdict.Estimate(new Ratio(ratio), RatioInterval.of(low, high), 1);
    }

    private static TrialResult.Memory memory(
            double before, double after, @Nullable RatioInterval ratio) {
        return new TrialResult.Memory(mega(before), mega(after), ratio);
    }

    /// Pairs around two medians, 1 % apart from each other at most.
    public static List<Pair> pairs(int count, double before, double after, double megabytes) {
        var random = new Random(42);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < count; i++) {
            double drift = 1 + 0.008 * random.nextGaussian();
            double a = before * drift * (1 + 0.006 * random.nextGaussian());
            double b = after * drift * (1 + 0.012 * random.nextGaussian());
            pairs.add(new Pair(random.nextBoolean(), a, b, usage(a, 11.7), usage(b, megabytes)));
        }
        return pairs;
    }

    private static Usage usage(double cpu, double megabytes) {
        return new Usage(
                new WallTime(cpu * 1.03),
                new CpuTime(cpu * 0.97),
                new CpuTime(cpu * 0.03),
                mega(megabytes),
                0,
                WallTime.ZERO,
                1,
                false);
    }

    private static Bytes mega(double megabytes) {
        return new Bytes(Math.round(megabytes * 1e6));
    }
}
