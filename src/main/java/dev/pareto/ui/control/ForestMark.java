package dev.pareto.ui.control;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;

import org.jspecify.annotations.Nullable;

/// One row of a forest plot.
///
/// @param ratio the estimate; @param interval its 99 % interval, null where there is none yet
public record ForestMark(Ratio ratio, @Nullable RatioInterval interval, Tone tone) {
    /// What all others are compared with, at 1×.
    public static final ForestMark REFERENCE = new ForestMark(Ratio.ONE, null, Tone.REFERENCE);

    /// For a screen reader: "4.55×, 99 % interval 4.34–4.71×".
    public String words() {
        return interval == null ? ratio.toString() : ratio + ", 99 % interval " + interval;
    }

    /// The values that an axis has to hold.
    double[] values() {
        return interval == null
                ? new double[] {ratio.value()}
                : new double[] {interval.low().value(), ratio.value(), interval.high().value()};
    }
}
