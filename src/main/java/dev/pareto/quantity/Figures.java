package dev.pareto.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// How amounts are written for people, everywhere: three significant digits, a thin unit, no
/// exponent. Table, tooltip and text show the same.
public final class Figures {
    private Figures() {}

    /// Seconds as "1.20 s", "43.7 ms", "850 µs", "12.0 ns"; from two minutes on "2 min 5 s".
    public static String time(double seconds) {
        double size = Math.abs(seconds);
        if (size >= 120) {
            long whole = Math.round(size);
            String sign = seconds < 0 ? "-" : "";
            return whole >= 7200
                    ? sign + whole / 3600 + " h " + whole % 3600 / 60 + " min"
                    : sign + whole / 60 + " min " + whole % 60 + " s";
        }
        if (size >= 0.09995 || size == 0) {
            return three(seconds) + " s";
        }
        if (size >= 0.0009995) {
            return three(seconds * 1e3) + " ms";
        }
        return size >= 9.995e-7 ? three(seconds * 1e6) + " µs" : three(seconds * 1e9) + " ns";
    }

    /// Bytes as "11.7 MB", "820 kB", "12 B".
    public static String bytes(long count) {
        double size = Math.abs((double) count);
        if (size < 1000) {
            return count + " B";
        }
        if (size < 999_500) {
            return three(count / 1e3) + " kB";
        }
        return size < 999.5e6 ? three(count / 1e6) + " MB" : three(count / 1e9) + " GB";
    }

    /// A fraction as "91.3 %".
    public static String percent(double fraction) {
        return three(fraction * 100) + " %";
    }

    /// A ratio as "11.0×".
    public static String ratio(double ratio) {
        return three(ratio) + "×";
    }

    /// A count with separators: "12,000".
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// Two figures with a dash: "10.8–11.4".
    public static String range(double low, double high) {
        return three(low) + "–" + three(high);
    }

    /// Three significant digits without an exponent, thousands separated: "0.482", "43.7", "1,230".
    public static String three(double value) {
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
        int decimals = Math.max(0, 2 - (rounded.precision() - rounded.scale() - 1));
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }
}
