package dev.pareto.trial;

import dev.pareto.quantity.WallTime;

/// Whether a trial may take more pairs.
///
/// After the budget it stops at the next look. A look that is too far away is not waited for: then
/// it stops at once.
record Budget(WallTime budget) {
    /// How far beyond the budget the next look may be, as a multiple of it.
    private static final double PATIENCE = 3;

    /// How long an answer from a gate may take to become one with an interval.
    private static final double REFINING_SECONDS = 90;

    /// @param pairs until now; @param taken of them within this budget, and how long they took
    boolean allowsMore(int pairs, int taken, double seconds, SequentialTest.Answer answer) {
        int look = SequentialTest.nextLook(pairs);
        if (look == 0) {
            return false;
        }
        if (seconds < budget.seconds()) {
            return true;
        }
        if (SequentialTest.isLook(pairs) || taken == 0) {
            return false;
        }
        double patience = PATIENCE * budget.seconds();
        double most = answer.isRefining() ? Math.max(REFINING_SECONDS, patience) : patience;
        return seconds + (look - pairs) * seconds / taken <= most;
    }
}
