package dev.pareto.trial.output;

import java.util.Optional;

/// Runs the baseline once more, with the input and the hash seed of the pair that is compared.
@FunctionalInterface
public interface Repeats {
    /// What it left; empty when it did not end by itself, or was stopped.
    ///
    /// @param paused stop and continue it all the time, so that half of its time it stands still
    Optional<Leftovers> again(boolean paused) throws InterruptedException;
}
