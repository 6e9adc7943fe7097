package dev.pareto.trial;

import dev.pareto.quantity.Figures;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.trial.Verdict.Estimate;

import java.util.ArrayList;

/// Says of an undecided trial what is excluded, and what would settle it.
final class Excluded {
    private Excluded() {}

    /// @param pairs until now; @param pairSeconds what one takes
    static String reason(Estimate estimate, int pairs, double pairSeconds, double epsilon) {
        RatioInterval interval = estimate.interval();
        if (interval == null) {
            return "11 pairs are the least that can settle anything; there are "
                    + pairs
                    + (pairs == 0
                            ? "."
                            : ". The rest takes about "
                                    + Figures.time(
                                            (SequentialTest.FIRST_LOOK - pairs) * pairSeconds)
                                    + ". A smaller input is quicker.");
        }
        return excluded(interval)
                + " "
                + remedy(interval, estimate.ratio().value(), pairs, pairSeconds, epsilon);
    }

    private static String excluded(RatioInterval interval) {
        var parts = new ArrayList<String>();
        if (interval.high().value() > 1) {
            parts.add("a gain over " + Figures.percent(interval.high().value() - 1));
        } else {
            parts.add("any gain");
        }
        if (interval.low().value() < 1) {
            parts.add("a loss over " + Figures.percent(1 / interval.low().value() - 1));
        } else {
            parts.add("any loss");
        }
        String text = String.join(" and ", parts) + " are excluded.";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String remedy(
            RatioInterval interval, double ratio, int pairs, double pairSeconds, double epsilon) {
        double needed = needed(interval, Math.abs(Math.log(ratio)), pairs, Math.log1p(epsilon));
        int look = pairs;
        while (look != 0 && look < needed) {
            look = SequentialTest.nextLook(look);
        }
        if (look == pairs) {
            look = SequentialTest.nextLook(pairs);
        }
        return look == 0
                ? "More pairs than a trial takes ("
                        + SequentialTest.MOST_PAIRS
                        + ") would be needed to settle ±"
                        + Figures.percent(epsilon)
                        + ": try a larger input, a quieter machine, or a wider range."
                : "About "
                        + Figures.time((look - pairs) * pairSeconds)
                        + " more would settle ±"
                        + Figures.percent(epsilon)
                        + ".";
    }

    /// An interval narrows with the root of the number of pairs. It has to come to lie on one side
    /// of 0, or within the range that is called no difference: whichever needs less.
    private static double needed(RatioInterval interval, double centre, int pairs, double bound) {
        double half = Math.log(interval.high().value() / interval.low().value()) / 2;
        double room = Math.max(centre, bound - centre);
        return pairs * Math.pow(half / room, 2);
    }
}
