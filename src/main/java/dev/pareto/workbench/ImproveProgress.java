package dev.pareto.workbench;

import dev.pareto.advice.Suggestion;
import dev.pareto.trial.TrialResult;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Told while a program is improved; called on the job's thread, after every pair and at changes of
/// phase.
@FunctionalInterface
public interface ImproveProgress {
    ImproveProgress NONE = _ -> {};

    void at(Now now);

    /// Told after a first run that touched something outside of its private copy, before anything
    /// is repeated. Whoever does not want that requests a stop.
    default void reached(String reach) {}

    /// What the job does now.
    enum Phase {
        PROFILING,
        ADVISING,
        /// One suggestion is on trial.
        TRYING,
        /// All that was kept, against the original.
        CONFIRMING,
        /// All that was kept, against the same without one step.
        UNDOING
    }

    /// Where the job is.
    ///
    /// @param steps done until now
    /// @param suggestion on trial, or undone; null in other phases
    /// @param trial so far; null where none runs
    record Now(
            Phase phase,
            List<Improvement.Step> steps,
            @Nullable Suggestion suggestion,
            @Nullable TrialResult trial) {
        public Now {
            steps = List.copyOf(steps);
        }
    }
}
