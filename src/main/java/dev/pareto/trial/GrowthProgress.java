package dev.pareto.trial;

/// Told while growth is measured, before every run; called on the thread that measures.
@FunctionalInterface
public interface GrowthProgress {
    GrowthProgress NONE = (size, soFar) -> {};

    /// Where the measurement is.
    ///
    /// @param size that runs next; @param soFar what the runs until now say
    void at(long size, GrowthResult soFar);
}
