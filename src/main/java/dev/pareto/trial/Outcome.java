package dev.pareto.trial;

import dev.pareto.python.Usage;
import dev.pareto.trial.output.Leftovers;

/// How one run of a variant ended, in the eyes of a trial.
sealed interface Outcome {
    /// By itself, well or badly.
    record Done(Leftovers left, Usage usage) implements Outcome {}

    /// Not by itself.
    ///
    /// @param how as the rest of a sentence: "was stopped at its time limit of 60 s"
    record Broken(String how) implements Outcome {}

    /// The user wants no more.
    record Stopped() implements Outcome {}

    /// Both members of a pair.
    record Both(Outcome baseline, Outcome candidate) {
        boolean isStopped() {
            return baseline instanceof Stopped || candidate instanceof Stopped;
        }
    }
}
