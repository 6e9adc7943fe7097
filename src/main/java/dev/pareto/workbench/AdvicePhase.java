package dev.pareto.workbench;

/// Where the search for advice is.
public enum AdvicePhase {
    /// Rules look at the source.
    READING,
    /// The program runs with probes, at most ten seconds.
    OBSERVING,
    /// Rules judge what was seen, and write fixes.
    JUDGING
}
