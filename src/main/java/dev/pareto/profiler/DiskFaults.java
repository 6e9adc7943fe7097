package dev.pareto.profiler;

import dev.pareto.quantity.Figures;

/// Page faults that needed the disk: memory that was swapped out, or a file that was not in memory.
final class DiskFaults {
    /// The start of an interpreter from a cold disk has some hundred.
    private static final long FEW = 500;

    /// What each costs at least, in seconds: the read latency of a fast solid-state disk.
    private static final double LATENCY = 1e-4;

    private static final double PART = 0.02;

    private DiskFaults() {}

    /// Whether they can have cost a part of the time that is worth a word.
    ///
    /// @param wall seconds of the run
    static boolean matter(long faults, double wall) {
        return faults >= FEW && faults * LATENCY >= PART * wall;
    }

    static String words(long faults) {
        return "The program had to wait for the disk "
                + Figures.count(faults)
                + " times to get at its memory (major page faults). Either memory is short and the"
                + " machine swaps, or large files are read through memory maps: look at the memory"
                + " view, and close what else is running.";
    }
}
