package dev.pareto.workbench;

import dev.pareto.trial.TrialResult;

/// What a trial of a program against itself showed: there should be no claim.
///
/// @param spread of a pair's log ratio, robust (1.4826 × median absolute deviation)
/// @param detectable the smallest difference that this machine can show in that time, as a part;
///   infinite before the first look
public record NoiseReport(TrialResult result, double spread, double detectable) {
    /// Whether something was claimed, which is a false alarm.
    public boolean claims() {
        return result.verdict().id().equals("faster") || result.verdict().id().equals("slower");
    }
}
