package dev.pareto.trial;

/// Told while growth is measured, before every run; called on the thread that measures.
@FunctionalInterface
public interface GrowthProgress {
    GrowthProgress NONE = (size, soFar) -> {};

    /// Where the measurement is.
    ///
    /// @param size that runs next; @param soFar what the runs until now say
    void at(long size, GrowthResult soFar);

    /// Told after a first run that touched something outside of its private copy, before anything
    /// is repeated. Whoever does not want that requests a stop.
    default void reached(String reach) {}
}
