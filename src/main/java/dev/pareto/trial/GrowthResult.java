package dev.pareto.trial;

import dev.pareto.quantity.WallTime;
import dev.pareto.stats.Interval;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How the time of one or two variants grows with the size of the input.
///
/// @param measure which time
/// @param candidate null where one variant was measured alone
/// @param crossover the size at which one overtakes the other, where the curves meet in or near the
///   measured range; null where they do not
/// @param problem why it ended early (output changed, limit, failure); null when it did not
/// @param complete false when the user stopped it
public record GrowthResult(
        TrialResult.Measure measure,
        Curve reference,
        @Nullable Curve candidate,
        @Nullable Crossover crossover,
        WallTime took,
        @Nullable String problem,
        boolean complete,
        List<String> notes) {
    public GrowthResult {
        notes = List.copyOf(notes);
    }

    /// One run.
    ///
    /// @param seconds of work: without the start of the interpreter
    public record Point(long size, double seconds) {}

    /// What the runs of one variant say.
    ///
    /// @param points every run
    /// @param exponent the b of time ≈ a · n^b; null until there are runs of two sizes that are
    ///   long enough
    public record Curve(List<Point> points, @Nullable Exponent exponent) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /// A slope on logarithmic axes, by Theil and Sen.
    ///
    /// @param interval 99 %; the whole line where there are too few runs for one
    /// @param factor the a of a · n^b, in seconds
    /// @param hint the nearest named class, such as "quadratic"; empty where none is near
    public record Exponent(double value, Interval interval, double factor, String hint) {
        /// Seconds that it says for a size.
        public double seconds(double size) {
            return factor * Math.pow(size, value);
        }

        /// For people: "about n^1.97".
        @Override
        public String toString() {
            return "about n^" + String.format(java.util.Locale.ROOT, "%.2f", value);
        }
    }

    /// Where two curves meet.
    ///
    /// @param size about which they take the same time
    /// @param candidateFasterAbove which of both wins for larger sizes
    public record Crossover(double size, boolean candidateFasterAbove) {}
}
