package dev.pareto.workbench;

import dev.pareto.advice.Suggestion;
import dev.pareto.trial.TrialResult;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What came of trying one suggestion after the other.
///
/// @param start id of the variant that it began with
/// @param best id of the variant with everything that was kept; `start` when nothing was
/// @param steps in the order they were tried
/// @param confirmation trial of `best` against `start` on fresh pairs: what the steps gain
///   together; null when nothing was kept, or it was stopped before
/// @param losses what is lost without one of the kept steps alone, in their order; shorter when
///   there was no time left, or it was stopped before
/// @param end why no more was tried
public record Improvement(
        String start,
        String best,
        List<Step> steps,
        @Nullable TrialReport confirmation,
        List<Loss> losses,
        End end) {
    public Improvement {
        steps = List.copyOf(steps);
        losses = List.copyOf(losses);
    }

    public Optional<TrialReport> confirmed() {
        return Optional.ofNullable(confirmation);
    }

    /// The ladder: each with its own gain over the one before.
    public List<Step> kept() {
        return steps.stream().filter(Step::kept).toList();
    }

    /// What is lost without a kept step alone, where that was measured.
    public Optional<Loss> loss(Step step) {
        return losses.stream().filter(loss -> loss.variant().equals(step.variant())).findFirst();
    }

    /// Whether all that was kept together won against the start, with the same output. Where a kept
    /// step is about memory, a lower peak is enough, if it costs no time.
    public boolean succeeded() {
        return confirmation != null
                && (Decision.isFaster(confirmation.result())
                        || (kept().stream().anyMatch(step -> step.suggestion().memory() != null)
                                && Decision.isLeaner(confirmation.result())));
    }

    /// One suggestion, applied to what was best until then.
    ///
    /// @param variant id of the one that was made by it; it stays, kept or not
    /// @param trial against what was best until then
    /// @param reason why it was kept or dropped, for people
    public record Step(
            Suggestion suggestion,
            String variant,
            TrialReport trial,
            boolean kept,
            String reason) {}

    /// What the whole loses if one kept step alone is undone: two steps may gain the same time, and
    /// one may pay only beside another.
    ///
    /// @param variant id of the one that the step made
    /// @param trial of the whole against the whole without the step, so that "2× faster" is what is
    ///   lost; null where later steps changed the same lines, so that it cannot be undone alone
    /// @param words for people, without a full stop
    public record Loss(String variant, @Nullable TrialResult trial, String words) {
        public Optional<TrialResult> measured() {
            return Optional.ofNullable(trial);
        }
    }

    /// Why no more was tried.
    public enum End {
        /// Everything that advice suggests was tried.
        NOTHING_LEFT,
        /// As many were tried as were asked for.
        ENOUGH_TRIED,
        TARGET_REACHED,
        BUDGET_SPENT,
        /// The variant with what was kept could not be profiled or advised again.
        NOT_ADVISED,
        /// The user wanted no more.
        STOPPED
    }
}
