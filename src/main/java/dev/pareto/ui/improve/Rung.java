package dev.pareto.ui.improve;

import dev.pareto.ui.control.ForestMark;
import dev.pareto.ui.control.VerdictState;

import org.jspecify.annotations.Nullable;

/// A step of the ladder, ready to be shown.
///
/// @param number from 1; @param where "line 9", with its file
/// @param predicted "predicted 1.8–2.5×"
/// @param state of its trial; @param chip what the trial found, in a word or two
/// @param own its gain over what was kept before it; @param lost what the whole loses without it
/// @param variant id of what it made; @param reference what it was tried on
record Rung(
        int number,
        String title,
        String file,
        int line,
        String where,
        String predicted,
        boolean kept,
        VerdictState state,
        String chip,
        Gain own,
        @Nullable Gain lost,
        String variant,
        String reference) {

    /// A ratio with its interval, on the axis that all steps share.
    ///
    /// @param words the whole of it, in a sentence without a full stop
    /// @param mark null where nothing was measured
    record Gain(String words, @Nullable ForestMark mark) {
        String ratio() {
            return mark == null ? "–" : mark.ratio().toString();
        }

        String interval() {
            return mark == null || mark.interval() == null ? "" : mark.interval().toString();
        }
    }
}
