package dev.pareto.advice.rule;

/// The part of a place's time that a fix is expected to save, from the least to the most that the
/// model allows. Below zero it would cost time.
public record Saving(double low, double high) {
    public Saving {
        if (!(low <= high && high <= 1)) {
            throw new IllegalArgumentException("No saving: " + low + " to " + high);
        }
    }

    /// In whatever order the two bounds come.
    public static Saving between(double one, double other) {
        return new Saving(Math.min(one, other), Math.max(one, other));
    }
}
