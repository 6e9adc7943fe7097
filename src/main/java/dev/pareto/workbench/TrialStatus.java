package dev.pareto.workbench;

import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialProgress;
import dev.pareto.trial.TrialResult;

/// A trial under way, as far as it is.
///
/// @param reference and candidate: ids of the variants
/// @param soFar all pairs until now, with the verdict as it would be without any more
/// @param nextLook the number of pairs at which the test looks next; 0 before pairs begin
/// @param elapsed since it began; @param budget after which it stops at the next look
public record TrialStatus(
        String reference,
        String candidate,
        TrialProgress.Phase phase,
        TrialResult soFar,
        int nextLook,
        WallTime elapsed,
        WallTime budget) {}
