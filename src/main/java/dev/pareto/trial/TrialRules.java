package dev.pareto.trial;

import dev.pareto.quantity.WallTime;
import dev.pareto.trial.output.Sameness;

import org.jspecify.annotations.Nullable;

/// How much a trial may take, and what it calls the same.
///
/// @param budget after which it stops at the next look
/// @param epsilon as a part: 0.02 for "no difference of 2 % or more"
/// @param mode forced, or null to have it chosen from the solo runs
/// @param sameness of what is printed and of files that are left
public record TrialRules(
        WallTime budget, double epsilon, TrialResult.@Nullable Mode mode, Sameness sameness) {
    public static final TrialRules DEFAULT =
            new TrialRules(new WallTime(30), 0.02, null, Sameness.EXACT);

    public TrialRules within(WallTime other) {
        return new TrialRules(other, epsilon, mode, sameness);
    }

    public TrialRules with(Sameness other) {
        return new TrialRules(budget, epsilon, mode, other);
    }
}
