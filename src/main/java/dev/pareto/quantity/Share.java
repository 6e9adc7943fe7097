package dev.pareto.quantity;

/// A part of a whole, 0 to 1.
public record Share(double fraction) implements Comparable<Share> {
    public static final Share ZERO = new Share(0);

    /// `part / whole`; zero where the whole is zero.
    public static Share of(double part, double whole) {
        return new Share(whole == 0 ? 0 : part / whole);
    }

    @Override
    public int compareTo(Share other) {
        return Double.compare(fraction, other.fraction);
    }

    /// For people: "91.3 %".
    @Override
    public String toString() {
        return Figures.percent(fraction);
    }
}
