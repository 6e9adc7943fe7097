package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.Objects.requireNonNull;

import dev.pareto.trial.GrowthResult.Curve;
import dev.pareto.trial.GrowthResult.Exponent;
import dev.pareto.trial.GrowthResult.Point;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Random;
import java.util.function.LongToDoubleFunction;

class GrowthFitTest {
    /// Three runs at each of five sizes, with 2 % noise.
    private static Curve curve(LongToDoubleFunction seconds) {
        var random = new Random(3);
        var points = new ArrayList<Point>();
        for (int pass = 0; pass < 3; pass++) {
            for (long size = 1000; size <= 256_000; size *= 4) {
                double noise = 1 + 0.02 * random.nextGaussian();
                points.add(new Point(size, seconds.applyAsDouble(size) * noise));
            }
        }
        return GrowthFit.curve(points);
    }

    private static Exponent exponent(LongToDoubleFunction seconds) {
        return requireNonNull(curve(seconds).exponent());
    }

    @Test
    void findsTheExponentAndItsName() {
        Exponent square = exponent(n -> 1e-8 * n * n);
        assertEquals(2, square.value(), 0.02);
        assertTrue(square.interval().contains(2), square::toString);
        assertEquals("quadratic", square.hint());
        assertTrue(square.toString().matches("about n\\^(1\\.9\\d|2\\.0\\d)"), square::toString);
        assertEquals("linear", exponent(n -> 1e-5 * n).hint());
        assertEquals("linear or n log n", exponent(n -> 1e-6 * n * Math.log((double) n)).hint());
        assertEquals("", exponent(n -> 1e-5 * Math.pow((double) n, 1.5)).hint());
        assertEquals(1e-8 * 4e6, square.seconds(2000), 1e-3);
    }

    @Test
    void leavesOutWhatDrownsInTheStart() {
        assertEquals(2, exponent(n -> Math.max(1e-3, 1e-9 * n * n)).value(), 0.02);
        assertNull(curve(n -> 1e-3).exponent());
    }

    @Test
    void saysWhereOneOvertakesTheOther() {
        Curve square = curve(n -> 1e-8 * n * n);
        Curve line = curve(n -> 1e-4 * n);
        var crossover = requireNonNull(GrowthFit.crossover(square, line));
        assertEquals(10_000, crossover.size(), 1000);
        assertTrue(crossover.candidateFasterAbove());
        assertEquals(
                false, requireNonNull(GrowthFit.crossover(line, square)).candidateFasterAbove());
    }

    @Test
    void saysNoCrossoverThatIsFarAwayOrUncertain() {
        assertNull(GrowthFit.crossover(curve(n -> 1e-8 * n * n), curve(n -> 1 * n)));
        assertNull(GrowthFit.crossover(curve(n -> 1e-8 * n * n), curve(n -> 1.01e-8 * n * n)));
    }
}
