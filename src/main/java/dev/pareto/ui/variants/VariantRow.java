package dev.pareto.ui.variants;

import dev.pareto.ui.control.ForestMark;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.control.VerdictState;

import org.jspecify.annotations.Nullable;

/// A row of the table, ready to be shown.
public sealed interface VariantRow {
    /// Says why the rows below are not ranked with those above.
    record Separator(String text) implements VariantRow {}

    /// One variant.
    ///
    /// @param origin `dedupe.py` for the baseline, else "advice" or "your edit"
    /// @param reference whether it is what the others are compared with
    /// @param time median with its measure, null until it was measured
    /// @param verdict null until it was measured
    /// @param mark null where there is no ratio
    /// @param peak median peak memory, or a dash; @param change of it
    /// @param pairs how many, or a dash
    record Entry(
            String id,
            String name,
            String origin,
            boolean reference,
            @Nullable Time time,
            @Nullable Judged verdict,
            String ratio,
            String interval,
            @Nullable ForestMark mark,
            String peak,
            @Nullable Change change,
            Checked output,
            String pairs)
            implements VariantRow {}

    /// A median time.
    ///
    /// @param text "0.482 s"; @param measure "CPU" or "wall"; @param detail median, mean and count
    record Time(String text, String measure, String detail) {}

    /// A verdict, as its chip says it.
    ///
    /// @param text of the chip; @param detail one sentence, may be empty
    record Judged(VerdictState state, String text, String detail) {}

    /// A change of peak memory.
    ///
    /// @param text "+151 %" or "no claim"
    record Change(Tone tone, String text) {}

    /// The output check.
    record Checked(Sameness sameness, String text) {}

    /// What came of comparing the outputs.
    enum Sameness {
        SAME,
        CHANGED,
        REFERENCE,
        UNKNOWN
    }
}
