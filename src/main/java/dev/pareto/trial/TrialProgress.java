package dev.pareto.trial;

/// Told while a trial runs; called on the trial's thread, after every pair and at changes of phase.
@FunctionalInterface
public interface TrialProgress {
    TrialProgress NONE = (phase, soFar, nextLook) -> {};

    /// Where the trial is.
    ///
    /// @param soFar all pairs until now, with the verdict as it would be without any more
    /// @param nextLook the number of pairs at which the test looks next; 0 before pairs begin
    void at(Phase phase, TrialResult soFar, int nextLook);

    /// Told after a first run that touched something outside of its private copy, before anything
    /// is repeated. Whoever does not want that requests a stop.
    default void reached(String reach) {}

    /// What the trial does now.
    enum Phase {
        /// Copies, byte code, one solo run of each.
        PREPARING,
        /// The outputs on all inputs.
        CHECKING_OUTPUT,
        /// Pairs.
        MEASURING
    }
}
