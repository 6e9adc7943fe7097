package dev.pareto.workbench;

import dev.pareto.trial.TrialResult;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// How the time of variants grows with the size of the input.
///
/// @param measure which time; start-up of the interpreter is taken off
/// @param complete false when it was stopped, or the budget was spent before the last size
/// @param overtakes the smallest measured size from which on the second variant takes less time at
///   every size, though it did not at a smaller one; null where there is none
public record Growth(
        TrialResult.Measure measure,
        List<Curve> curves,
        boolean complete,
        @Nullable Long overtakes) {
    public Growth {
        curves = List.copyOf(curves);
    }

    /// One variant.
    ///
    /// @param exponent the k of n^k, null with fewer than three sizes that take long enough
    public record Curve(String variant, List<Point> points, @Nullable Exponent exponent) {
        public Curve {
            points = List.copyOf(points);
        }

        public Optional<Exponent> slope() {
            return Optional.ofNullable(exponent);
        }
    }

    /// One size.
    ///
    /// @param seconds of each repetition
    /// @param median of them; @param counted whether it is long enough to say how it grows
    public record Point(long size, List<Double> seconds, double median, boolean counted) {
        public Point {
            seconds = List.copyOf(seconds);
        }
    }

    /// By Theil and Sen, with a 99 % interval; its ends may be infinite.
    public record Exponent(double value, double low, double high) {
        /// "about n^1.97", with the nearest class as a hint.
        public String words() {
            String near =
                    value < 0.15
                            ? "hardly grows"
                            : value < 0.75
                                    ? "less than linear"
                                    : value < 1.35
                                            ? "near linear"
                                            : value < 1.7
                                                    ? "more than linear"
                                                    : value < 2.35
                                                            ? "near quadratic"
                                                            : "more than quadratic";
            return "about n^%.2f (%s)".formatted(value, near);
        }
    }
}
