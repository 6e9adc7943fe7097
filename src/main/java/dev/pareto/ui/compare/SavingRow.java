package dev.pareto.ui.compare;

import dev.pareto.quantity.WallTime;
import dev.pareto.ui.control.Tone;

import org.jspecify.annotations.Nullable;

/// What one function, line or part of the program took in both variants.
///
/// @param before in the reference; null where the reference has no such line
/// @param after in the candidate; null where the candidate has none
/// @param tone of the change; neutral where it is under 1 % of the program
record SavingRow(
        Kind kind, String name, @Nullable WallTime before, @Nullable WallTime after, Tone tone) {
    /// What a row stands for.
    enum Kind {
        FUNCTION,
        LINE,
        /// Start-up, or what is outside own code.
        PART,
        TOTAL
    }

    /// In seconds; negative where the candidate takes less.
    double change() {
        return seconds(after) - seconds(before);
    }

    static double seconds(@Nullable WallTime time) {
        return time == null ? 0 : time.seconds();
    }
}
