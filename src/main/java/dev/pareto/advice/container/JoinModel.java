package dev.pareto.advice.container;

import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.JoinSeen;

/// How much of its time a search saves when an index is asked: it need not look at the items
/// without the key, but the index must be made.
///
/// Costs are counted in items that are looked at in vain, one of which takes 15 to 150 ns; they are
/// ranges over CPython 3.10 to 3.13, keys of ints and texts, items of dicts, tuples and objects,
/// 1,000 and 20,000 of them, found by timing.
///
/// @param complete whether the run with probes came to its end @param spent seconds of all searches
/// @param beside what is done beside for each item with the key
record JoinModel(
        JoinSeen seen, long builds, boolean complete, double spent, boolean first, Cost beside) {
    /// In items that are looked at in vain.
    record Cost(double low, double high) {
        static final Cost NONE = new Cost(0, 0);

        /// Simple expressions.
        static final Cost SOME = new Cost(0.3, 15);

        /// Calls of which nobody knows how long they take.
        static final Cost CALLS = new Cost(0.3, 1000);
    }

    /// Looking at one item in vain, in seconds.
    private static final Cost SECONDS = new Cost(15e-9, 150e-9);

    /// Entering one item.
    private static final Cost BUILD = new Cost(3, 14);

    /// Asking once.
    private static final Cost LOOKUP = new Cost(2, 14);

    /// Going on to the next item with the key.
    private static final Cost STEP = new Cost(0.2, 1.2);

    Saving saving() {
        double looked = first ? seen.meanFirst() : seen.meanLength();
        double matches = first ? Math.min(1, seen.meanMatches()) : seen.meanMatches();
        Cost searches = searches(looked);
        double entries = builds * seen.meanLength();
        double least = LOOKUP.low + BUILD.low * entries / searches.high + STEP.low * matches;
        double most = LOOKUP.high + BUILD.high * entries / searches.low + STEP.high * matches;
        return Saving.between(
                part(looked - most, looked + beside.high * matches),
                part(looked - least, looked + beside.low * matches));
    }

    /// How many there are. Where the run with probes ended within the only loop, the time of the
    /// whole run tells.
    private Cost searches(double looked) {
        double counted = Math.max(1, seen.times());
        if (complete || builds > 1 || looked <= 0) {
            return new Cost(counted, counted);
        }
        return new Cost(
                Math.max(counted, spent / (SECONDS.high * looked)),
                Math.max(counted, spent / (SECONDS.low * looked)));
    }

    private static double part(double saved, double all) {
        return Math.min(1, saved / Math.max(1, all));
    }
}
