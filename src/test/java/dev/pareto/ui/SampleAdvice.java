package dev.pareto.ui;

import dev.pareto.advice.Advice;
import dev.pareto.advice.MemoryGain;
import dev.pareto.advice.Refusal;
import dev.pareto.advice.Suggestion;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.Share;
import dev.pareto.quantity.WallTime;

import java.util.List;
import java.util.Map;

/// Advice for the example program.
public final class SampleAdvice {
    private SampleAdvice() {}

    public static Advice all() {
        return new Advice(
                List.of(setLookup(), fromKeys(), small()),
                List.of(
                        new Refusal(
                                "cache",
                                "dedupe.py",
                                6,
                                "Cache first_of_each",
                                "called once, so at most 1.00×"),
                        new Refusal(
                                "set-lookup",
                                "orders.py",
                                9,
                                "Set for `rows`",
                                "asked once, so building a set would cost more than it saves")));
    }

    public static Suggestion setLookup() {
        return new Suggestion(
                "set-lookup:dedupe.py:first_of_each:1f",
                "set-lookup",
                "Keep a set beside the list",
                "dedupe.py",
                9,
                new Share(0.913),
                Map.of("probes", 12_000, "container", "list", "length", 4420),
                "Line 9 took about 91.3 % of the CPU time. A probe saw it ask 12,000 times whether a"
                        + " str is in a list of 4,420 items on average.",
                RatioInterval.of(10.0, 11.3),
                new Ratio(11.5),
                new WallTime(0.437),
                List.of(
                        new Suggestion.SafetyCondition(
                                "Items and probes can be hashed", "2,000 of 2,000 seen"),
                        new Suggestion.SafetyCondition(
                                "No other name sees the list", "proved in the source"),
                        new Suggestion.SafetyCondition(
                                "Order stays: the list is kept", "proved in the source")),
                Map.of("dedupe.py", SampleCode.WITH_SET),
                SampleCode.DIFF,
                "It needs memory for the set: one reference for each item.");
    }

    /// One about the peak memory.
    public static Suggestion generator() {
        return new Suggestion(
                "generator:dedupe.py:main:3b",
                "generator",
                "Make the items one at a time",
                "dedupe.py",
                14,
                new Share(0.862),
                Map.of("length", 1_000_000),
                "Line 14 made a list of 1,000,000 items that is read once.",
                RatioInterval.of(1, 1),
                Ratio.ONE,
                WallTime.ZERO,
                List.of(),
                Map.of("dedupe.py", SampleCode.WITH_SET),
                SampleCode.DIFF,
                "",
                new MemoryGain(Bytes.ofMega(130), Bytes.ofMega(18), Bytes.ofMega(118)));
    }

    /// One that needs a package which the interpreter lacks.
    public static Suggestion arrays() {
        return new Suggestion(
                "numpy:dedupe.py:main:3d",
                "numpy",
                "Compute with NumPy arrays",
                "dedupe.py",
                14,
                new Share(0.862),
                Map.of("numbers", 1_000_000),
                "It went through 1,000,000 numbers in 1 run.",
                RatioInterval.of(3.1, 5.2),
                new Ratio(7.2),
                new WallTime(0.35),
                List.of(),
                Map.of("dedupe.py", SampleCode.WITH_SET),
                SampleCode.DIFF,
                "",
                null,
                List.of("numpy"));
    }

    private static Suggestion fromKeys() {
        return new Suggestion(
                "dedupe:dedupe.py:first_of_each:2a",
                "dict-fromkeys",
                "Use dict.fromkeys",
                "dedupe.py",
                6,
                new Share(0.913),
                Map.of(),
                "The loop of line 6 keeps the first of each item, in order.",
                RatioInterval.of(9.6, 11.4),
                new Ratio(11.5),
                new WallTime(0.435),
                List.of(
                        new Suggestion.SafetyCondition(
                                "Items can be hashed", "2,000 of 2,000 seen")),
                Map.of("dedupe.py", SampleCode.WITH_SET),
                SampleCode.DIFF,
                "");
    }

    private static Suggestion small() {
        return new Suggestion(
                "range-len:orders.py:load_orders:3c",
                "range-len",
                "Iterate the list itself",
                "orders.py",
                6,
                new Share(0.0506),
                Map.of(),
                "Line 6 took about 5.06 % of the CPU time.",
                RatioInterval.of(1.05, 1.06),
                new Ratio(1.06),
                new WallTime(0.024),
                List.of(),
                Map.of("orders.py", SampleCode.ORDERS),
                "",
                "");
    }
}
