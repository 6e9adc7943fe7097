package dev.pareto.quantity;

/// before / after, so 2.3 means "2.3× faster" (or 2.3 times less memory). The only direction in
/// which Pareto writes ratios.
public record Ratio(double value) implements Comparable<Ratio> {
    public static final Ratio ONE = new Ratio(1);

    @Override
    public int compareTo(Ratio other) {
        return Double.compare(value, other.value);
    }

    /// For people: "11.0×".
    @Override
    public String toString() {
        return Figures.ratio(value);
    }
}
