package dev.pareto.quantity;

/// Time on the clock from start to end, in seconds. A type of its own so that it is never mixed
/// with [CpuTime].
public record WallTime(double seconds) implements Comparable<WallTime> {
    public static final WallTime ZERO = new WallTime(0);

    /// The time for a count of nanoseconds, as the kernel reports it.
    public static WallTime ofNanos(long nanos) {
        return new WallTime(nanos / 1e9);
    }

    public WallTime plus(WallTime other) {
        return new WallTime(seconds + other.seconds);
    }

    public WallTime minus(WallTime other) {
        return new WallTime(seconds - other.seconds);
    }

    @Override
    public int compareTo(WallTime other) {
        return Double.compare(seconds, other.seconds);
    }

    /// For people: "43.7 ms".
    @Override
    public String toString() {
        return Figures.time(seconds);
    }
}
