package dev.pareto.ui.compare;

import dev.pareto.trial.GrowthResult;
import dev.pareto.trial.GrowthResult.AtSize;
import dev.pareto.trial.GrowthResult.Curve;
import dev.pareto.trial.GrowthResult.Exponent;
import dev.pareto.trial.TrialResult;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How the times of two variants grow with the size of the input.
///
/// @param size what the size is called: "n"
/// @param measure which time; @param points by size, smallest first, at least two
/// @param reference and candidate: their slopes on a log-log scale; null where too few runs are
///   long enough to say
/// @param crossover from this size on the candidate takes less time; null where the curves do not
///   cross
/// @param notes what else is to be said, such as sizes that were left out
public record GrowthCurves(
        String size,
        TrialResult.Measure measure,
        List<Point> points,
        @Nullable Slope reference,
        @Nullable Slope candidate,
        @Nullable Double crossover,
        List<String> notes) {
    private static final double LEAST = 1e-4;

    public GrowthCurves {
        points = List.copyOf(points);
        notes = List.copyOf(notes);
        if (points.size() < 2) {
            throw new IllegalArgumentException("no curve through " + points.size() + " points");
        }
    }

    /// What a measurement of two variants shows so far; empty until there are runs of two sizes.
    public static Optional<GrowthCurves> of(GrowthResult result, String size) {
        Curve other = result.candidate();
        if (other == null) {
            return Optional.empty();
        }
        List<AtSize> before = result.reference().sizes();
        List<AtSize> after = other.sizes();
        // A logarithm has no 0: what is nothing above the start of the interpreter is shown at 0.1
        // ms.
        List<Point> points =
                IntStream.range(0, Math.min(before.size(), after.size()))
                        .mapToObj(
                                i ->
                                        new Point(
                                                before.get(i).size(),
                                                Math.max(LEAST, before.get(i).median()),
                                                Math.max(LEAST, after.get(i).median())))
                        .toList();
        if (points.size() < 2) {
            return Optional.empty();
        }
        var crossover = result.crossover();
        List<String> notes = new ArrayList<>(result.notes());
        if (result.problem() != null) {
            notes.add(result.problem());
        }
        return Optional.of(
                new GrowthCurves(
                        size,
                        result.measure(),
                        points,
                        Slope.of(result.reference().exponent()),
                        Slope.of(other.exponent()),
                        crossover != null && crossover.candidateFasterAbove()
                                ? crossover.size()
                                : null,
                        notes));
    }

    /// Times of both at one size, in seconds.
    public record Point(long size, double reference, double candidate) {
        double logSize() {
            return Math.log10((double) size);
        }
    }

    /// The exponent of `time ~ n^exponent`, with its interval.
    public record Slope(double exponent, double low, double high) {
        static @Nullable Slope of(@Nullable Exponent exponent) {
            return exponent == null
                    ? null
                    : new Slope(
                            exponent.value(),
                            exponent.interval().low(),
                            exponent.interval().high());
        }

        boolean isBounded() {
            return Double.isFinite(low) && Double.isFinite(high);
        }
    }
}
