package dev.pareto.quantity;

/// Processor time that a program used (user + system, all threads), in seconds. A type of its own
/// so that it is never mixed with [WallTime].
public record CpuTime(double seconds) implements Comparable<CpuTime> {
    public static final CpuTime ZERO = new CpuTime(0);

    /// The time for a count of nanoseconds, as the kernel reports it.
    public static CpuTime ofNanos(long nanos) {
        return new CpuTime(nanos / 1e9);
    }

    public CpuTime plus(CpuTime other) {
        return new CpuTime(seconds + other.seconds);
    }

    public CpuTime minus(CpuTime other) {
        return new CpuTime(seconds - other.seconds);
    }

    @Override
    public int compareTo(CpuTime other) {
        return Double.compare(seconds, other.seconds);
    }

    /// For people: "43.7 ms".
    @Override
    public String toString() {
        return Figures.time(seconds);
    }
}
