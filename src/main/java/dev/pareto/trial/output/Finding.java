package dev.pareto.trial.output;

/// What a comparison of two outputs found.
public sealed interface Finding {
    /// Nothing that counts.
    record Same() implements Finding {}

    /// They differ.
    record Different(Difference first) implements Finding {}

    /// The baseline differs from itself; the reason is for people.
    record Random(String reason) implements Finding {}

    /// They differ, and the baseline could not be run again to see whether that means anything.
    record Unknown(Difference first) implements Finding {}
}
