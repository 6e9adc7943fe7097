package dev.pareto.trial;

import dev.pareto.stats.Interval;
import dev.pareto.stats.TheilSen;
import dev.pareto.trial.GrowthResult.AtSize;
import dev.pareto.trial.GrowthResult.Crossover;
import dev.pareto.trial.GrowthResult.Curve;
import dev.pareto.trial.GrowthResult.Exponent;
import dev.pareto.trial.GrowthResult.Point;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What sizes and times say about growth. Knows numbers only.
final class GrowthFit {
    private static final double LEVEL = 0.01;

    /// Times below this drown in the start of the interpreter.
    static final double LEAST_SECONDS = 0.004;

    private static final double NEAR = 0.2;

    private static final Map<Double, String> NAMED =
            Map.of(
                    0.0, "constant",
                    1.0, "linear",
                    1.15, "linear or n log n",
                    2.0, "quadratic",
                    3.0, "cubic");

    private GrowthFit() {}

    static Curve curve(List<Point> points) {
        return new Curve(points, exponent(points));
    }

    private static @Nullable Exponent exponent(List<Point> all) {
        // A size counts as a whole: to leave out its quicker runs alone would bend the curve.
        List<Point> points =
                new Curve(all, null)
                        .sizes().stream()
                                .filter(AtSize::counted)
                                .flatMap(at -> at.seconds().stream().map(s -> point(at.size(), s)))
                                .toList();
        if (points.stream().mapToLong(Point::size).distinct().count() < 2) {
            return null;
        }
        var line =
                TheilSen.of(
                        points.stream().mapToDouble(p -> Math.log((double) p.size())).toArray(),
                        points.stream().mapToDouble(p -> Math.log(p.seconds())).toArray());
        return new Exponent(
                line.slope(), line.interval(LEVEL), Math.exp(line.intercept()), hint(line.slope()));
    }

    /// A run of no time at all among longer ones still has a logarithm.
    private static Point point(long size, double seconds) {
        return new Point(size, Math.max(1e-6, seconds));
    }

    private static String hint(double slope) {
        return NAMED.entrySet().stream()
                .filter(e -> Math.abs(e.getKey() - slope) <= NEAR)
                .min(
                        (a, b) ->
                                Double.compare(
                                        Math.abs(a.getKey() - slope), Math.abs(b.getKey() - slope)))
                .map(Map.Entry::getValue)
                .orElse("");
    }

    /// Where the curves meet; null where they do not within the measured sizes, or where it is not
    /// certain that they grow differently.
    static @Nullable Crossover crossover(Curve reference, Curve candidate) {
        Exponent one = reference.exponent();
        Exponent other = candidate.exponent();
        if (one == null || other == null || overlap(one.interval(), other.interval())) {
            return null;
        }
        double size =
                Math.exp(Math.log(other.factor() / one.factor()) / (one.value() - other.value()));
        long least = reference.points().stream().mapToLong(Point::size).min().orElse(1);
        long most = reference.points().stream().mapToLong(Point::size).max().orElse(1);
        return size < least || size > most
                ? null
                : new Crossover(size, other.value() < one.value());
    }

    private static boolean overlap(Interval one, Interval other) {
        return one.low() <= other.high() && other.low() <= one.high();
    }
}
