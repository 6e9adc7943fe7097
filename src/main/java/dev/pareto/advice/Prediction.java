package dev.pareto.advice;

import dev.pareto.advice.rule.Saving;
import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.Share;
import dev.pareto.quantity.WallTime;

/// What saving a part of a place's time means for the whole program, by Amdahl's law: with a share
/// `p` of the time, of which `s` is saved, the gain is `1 / (1 − p·s)`.
///
/// A share that was sampled is known up to a doubt; on a place that takes nearly all of the time a
/// little of it is much of the gain, so the range and the limit allow for it.
///
/// @param limit the gain if all of the place's time were saved
/// @param saves the middle of the predicted range
record Prediction(RatioInterval gain, Ratio limit, WallTime saves) {
    /// Nothing becomes infinitely fast: what is left of the run at least.
    private static final double LEFT = 1e-4;

    /// @param doubt how much the share may be off, either way
    static Prediction of(Share share, double doubt, Saving saving, WallTime run) {
        double p = share.fraction();
        double least = Math.max(0, p - doubt);
        double most = Math.min(1, p + doubt);
        double middle = p * (saving.low() + saving.high()) / 2;
        double low = Math.min(least * saving.low(), most * saving.low());
        return new Prediction(
                RatioInterval.of(gain(low), gain(most * saving.high())),
                new Ratio(gain(most)),
                new WallTime(run.seconds() * middle));
    }

    private static double gain(double saved) {
        return 1 / Math.max(LEFT, 1 - saved);
    }
}
