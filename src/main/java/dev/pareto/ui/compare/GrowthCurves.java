package dev.pareto.ui.compare;

import dev.pareto.trial.TrialResult;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How the times of two variants grow with the size of the input.
///
/// @param size what the size is called: "n"
/// @param measure which time; @param points by size, smallest first, at least two
/// @param reference and candidate: their slopes on a log-log scale
/// @param crossover from this size on the candidate takes less time; null where the curves do not
///   cross
public record GrowthCurves(
        String size,
        TrialResult.Measure measure,
        List<Point> points,
        Slope reference,
        Slope candidate,
        @Nullable Double crossover) {
    public GrowthCurves {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("no curve through " + points.size() + " points");
        }
    }

    /// Times of both at one size, in seconds.
    public record Point(long size, double reference, double candidate) {
        double logSize() {
            return Math.log10((double) size);
        }
    }

    /// The exponent of `time ~ n^exponent`, with its interval.
    public record Slope(double exponent, double low, double high) {}
}
