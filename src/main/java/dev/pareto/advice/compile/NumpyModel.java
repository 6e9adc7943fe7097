package dev.pareto.advice.compile;

import dev.pareto.advice.rule.Saving;

/// How much of its time a numeric loop saves when NumPy computes blocks of items.
///
/// Costs are in nanoseconds, as they were measured with NumPy 2.2 on CPython 3.13; the speed of the
/// machine is told by how long the loop itself took for an item there.
///
/// @param items that went through the loop in all; @param runs of the loop
/// @param conversions how often the arrays are made; @param length of the lists together
/// @param seconds that the loop took;
/// @param start seconds that the import takes
record NumpyModel(
        double items,
        double runs,
        double conversions,
        double length,
        double seconds,
        double start) {
    /// One round of the interpreter's loop, and each operator or name in it.
    private static final double ROUND = 14;

    private static final double OPERATOR = 13;

    /// Types are looked at, the array made, its least and largest found.
    private static final double CONVERT = 95;

    /// A call of NumPy, and a statement around it.
    private static final double CALL = 1_500;

    /// The range over which measured costs went, between processors and sizes.
    private static final double LEAST = 0.6;

    private static final double MOST = 2.2;

    /// How many items a run has on average.
    double mean() {
        return items / Math.max(1, runs);
    }

    /// @param fix the blocks' own costs; @param operators of the loop's body
    Saving saving(NumpyFix fix, int operators) {
        double usual = items * (ROUND + OPERATOR * operators) * 1e-9;
        double machine = Math.clamp(seconds / usual, 0.4, 2.5);
        double blocks = runs * Math.ceil(mean() / ArrayCode.BLOCK);
        double counted =
                items * fix.cost()
                        + blocks * (2 + fix.lines()) * CALL
                        + runs * CALL
                        + conversions * length * CONVERT;
        double after = counted * 1e-9 * machine;
        return Saving.between(
                Math.min(1, 1 - (after * LEAST + 0.7 * start) / seconds),
                Math.min(1, 1 - (after * MOST + 1.3 * start) / seconds));
    }
}
