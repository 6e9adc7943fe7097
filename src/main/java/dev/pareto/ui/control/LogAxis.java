package dev.pareto.ui.control;

import java.util.ArrayList;
import java.util.List;

/// A logarithmic axis, for ratios or for times.
///
/// @param low and high: its ends, above zero, low < high
public record LogAxis(double low, double high) {
    private static final int[] STEPS = {1, 2, 5};

    /// What the forest plot shows when nothing asks for more.
    public static final LogAxis RATIOS = new LogAxis(0.5, 20);

    public LogAxis {
        if (!(low > 0 && low < high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no axis from " + low + " to " + high);
        }
    }

    /// This axis, widened to the next 1, 2 or 5 step so that it holds all the values; values that
    /// are no positive number are left out.
    public LogAxis covering(double... values) {
        double least = low;
        double most = high;
        for (double value : values) {
            if (value > 0 && value < Double.POSITIVE_INFINITY) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return new LogAxis(
                least < low ? stepBelow(least) : low, most > high ? stepAbove(most) : high);
    }

    /// Where a value lies, from 0 (low) to 1 (high); what is outside lies at the end.
    public double position(double value) {
        double at = Math.log(value / low) / Math.log(high / low);
        return Math.clamp(at, 0, 1);
    }

    /// The 1, 2 and 5 steps on it; only the powers of ten when there would be more than ten.
    public List<Double> ticks() {
        List<Double> all = steps(STEPS);
        return all.size() <= 8 ? all : steps(new int[] {1});
    }

    private List<Double> steps(int[] mantissas) {
        var ticks = new ArrayList<Double>();
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        for (int power = (int) Math.floor(Math.log10(low)); power <= last; power++) {
            for (int mantissa : mantissas) {
                double tick = mantissa * Math.pow(10, power);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return List.copyOf(ticks);
    }

    private static double stepBelow(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] * power <= value * (1 + 1e-9)) {
                return STEPS[i] * power;
            }
        }
        return power;
    }

    private static double stepAbove(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
        for (int step : STEPS) {
            if (step * power >= value * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
