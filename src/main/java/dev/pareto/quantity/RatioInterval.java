package dev.pareto.quantity;

/// A range of ratios. Which level it has (99 % for a verdict, none for a prediction) is said by who
/// holds it.
public record RatioInterval(Ratio low, Ratio high) {
    public RatioInterval {
        if (!(low.value() <= high.value())) {
            throw new IllegalArgumentException("low " + low + " above high " + high);
        }
    }

    public static RatioInterval of(double low, double high) {
        return new RatioInterval(new Ratio(low), new Ratio(high));
    }

    public boolean contains(double ratio) {
        return low.value() <= ratio && ratio <= high.value();
    }

    /// For people: "10.8–11.4×".
    @Override
    public String toString() {
        return Figures.range(low.value(), high.value()) + "×";
    }
}
