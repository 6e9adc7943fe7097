package dev.pareto.trial;

import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.WallTime;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A trial's end, or its state so far.
///
/// @param mode how the pairs ran; @param measure which time was compared
/// @param pairs every one, none dropped
/// @param took wall time of the whole trial
/// @param inputsChecked on how many inputs the output was compared
/// @param outputSame false only with [Verdict.OutputChanged]
/// @param memory peak memory compared
/// @param complete false when it was cancelled: the pairs are kept, there is no verdict beyond
///   `undecided`
public record TrialResult(
        Verdict verdict,
        Mode mode,
        Measure measure,
        List<Pair> pairs,
        WallTime took,
        int inputsChecked,
        boolean outputSame,
        Memory memory,
        boolean complete,
        List<String> notes) {
    public TrialResult {
        pairs = List.copyOf(pairs);
        notes = List.copyOf(notes);
    }

    /// How the two members of a pair ran.
    public enum Mode {
        /// At the same instant, on one core.
        BRAID,
        /// One after the other, in random order.
        SEQUENTIAL
    }

    /// Which time was compared.
    public enum Measure {
        CPU,
        WALL
    }

    /// Median peak memory of each side.
    ///
    /// @param ratio before / after with its 99 % interval, null when not claimed
    public record Memory(Bytes baseline, Bytes candidate, @Nullable RatioInterval ratio) {}
}
