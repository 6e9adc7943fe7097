package dev.pareto.quantity;

/// An amount of memory or output. Shown in decimal units (1 MB = 1,000,000 bytes).
public record Bytes(long count) implements Comparable<Bytes> {
    public static final Bytes ZERO = new Bytes(0);

    public static Bytes ofMega(long megabytes) {
        return new Bytes(megabytes * 1_000_000);
    }

    public Bytes plus(Bytes other) {
        return new Bytes(count + other.count);
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }

    /// For people: "11.7 MB".
    @Override
    public String toString() {
        return Figures.bytes(count);
    }
}
