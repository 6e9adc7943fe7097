package dev.pareto.trial;

import dev.pareto.quantity.WallTime;
import dev.pareto.stats.Interval;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// How the time of one or two variants grows with the size of the input.
///
/// @param measure which time
/// @param candidate null where one variant was measured alone
/// @param crossover the size at which one overtakes the other, where the curves meet in the
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

        /// The runs by size, smallest first.
        public List<AtSize> sizes() {
            var sizes = new TreeMap<Long, List<Double>>();
            points.forEach(
                    p -> sizes.computeIfAbsent(p.size(), _ -> new ArrayList<>()).add(p.seconds()));
            return sizes.entrySet().stream().map(e -> AtSize.of(e.getKey(), e.getValue())).toList();
        }
    }

    /// All runs of one size.
    ///
    /// @param median of the seconds; @param counted whether they are long enough to say how it
    ///   grows
    public record AtSize(long size, List<Double> seconds, double median, boolean counted) {
        public AtSize {
            seconds = List.copyOf(seconds);
        }

        static AtSize of(long size, List<Double> seconds) {
            List<Double> sorted = seconds.stream().sorted().toList();
            int half = sorted.size() / 2;
            double median =
                    sorted.size() % 2 == 1
                            ? sorted.get(half)
                            : (sorted.get(half - 1) + sorted.get(half)) / 2;
            return new AtSize(size, seconds, median, median >= GrowthFit.LEAST_SECONDS);
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

        /// Whether there were enough runs for an interval.
        public boolean isBounded() {
            return Double.isFinite(interval.low()) && Double.isFinite(interval.high());
        }

        /// For people: "about n^1.97".
        @Override
        public String toString() {
            return "about n^" + String.format(Locale.ROOT, "%.2f", value);
        }
    }

    /// Where two curves meet.
    ///
    /// @param size about which they take the same time
    /// @param candidateFasterAbove which of both wins for larger sizes
    public record Crossover(double size, boolean candidateFasterAbove) {}
}
