package dev.pareto.stats;

/// A range on the line; its level is said by who made it.
public record Interval(double low, double high) {
    /// What is known when nothing is known.
    public static final Interval WHOLE_LINE =
            new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low " + low + " above high " + high);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
