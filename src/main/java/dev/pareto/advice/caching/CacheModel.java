package dev.pareto.advice.caching;

import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.CallsSeen;

/// How much of a function's time a cache saves: the repeated calls, but each call asks the cache,
/// and each result is entered.
///
/// Seconds are ranges over CPython 3.10 to 3.14 and several machines, found by timing.
final class CacheModel {
    private record Seconds(double low, double high) {}

    /// One call of the cached function.
    private static final Seconds ASKING = new Seconds(40e-9, 150e-9);

    /// Hashing and comparing one value of the arguments, beyond the first.
    private static final Seconds VALUE = new Seconds(5e-9, 40e-9);

    /// Keeping one more result.
    private static final Seconds KEEPING = new Seconds(60e-9, 500e-9);

    /// Making a cache, where each call of a function around makes another one.
    private static final Seconds MAKING = new Seconds(0.3e-6, 2e-6);

    /// No call of a Python function takes less.
    private static final double QUICKEST = 60e-9;

    /// First calls may take longer than repeated ones.
    private static final double FIRST_CALLS = 1.5;

    private final CallsSeen seen;
    private final boolean complete;
    private final double spent;
    private final double making;

    /// @param enclosed whether each call from outside may find a new cache
    CacheModel(CallsSeen seen, Evidence evidence, boolean enclosed) {
        this.seen = seen;
        making = enclosed ? (double) seen.outermost() / seen.calls() : 0;
        complete = evidence.observations().complete();
        spent = evidence.seconds();
    }

    /// The part of the calls whose arguments had been there before.
    static double repeated(CallsSeen seen) {
        return (double) seen.repeated() / Math.max(1, seen.keyed());
    }

    /// Of the time of the function with all that it calls.
    Saving saving() {
        double rest = 1 - repeated(seen);
        // A recursion that is cut short makes fewer calls of itself, too.
        double inner = 1 - (double) seen.outermost() / seen.calls();
        double asked = 1 - inner + inner * rest;
        double call = Math.max(QUICKEST, spent / seen.calls());
        // Of a run that ended early nobody knows how many calls share the time.
        double quick = complete ? call : Math.max(QUICKEST, call / 10);
        double values = Math.max(0, seen.meanSize() - 1);
        double high =
                1
                        - rest
                        - (making * MAKING.low
                                        + cost(
                                                ASKING.low,
                                                VALUE.low,
                                                KEEPING.low,
                                                asked,
                                                rest,
                                                values))
                                / call;
        double low =
                1
                        - FIRST_CALLS * rest
                        - (making * MAKING.high
                                        + cost(
                                                ASKING.high,
                                                VALUE.high,
                                                KEEPING.high,
                                                asked,
                                                rest,
                                                values))
                                / quick;
        return Saving.between(Math.min(1, high), Math.min(1, low));
    }

    private static double cost(
            double asking, double value, double keeping, double asked, double kept, double values) {
        return asked * (asking + value * values) + kept * keeping;
    }
}
