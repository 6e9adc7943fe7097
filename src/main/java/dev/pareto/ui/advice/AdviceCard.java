package dev.pareto.ui.advice;

import dev.pareto.advice.Suggestion;
import dev.pareto.ui.control.RatioScale;
import dev.pareto.workbench.TrackRecord;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A suggestion, ready to be shown.
///
/// @param where "line 9", with the file where that is not the entry
/// @param predicted "10.0–11.3×", or "130 MB → 18.0–118 MB" where it is about the peak memory
/// @param sentence what was observed, in parts
/// @param saved "0.434–0.439 s"; @param time what it is saved of, "0.482 s CPU"
/// @param best the best gain measured so far, null where there is none
/// @param record how well its rule has predicted so far
/// @param measured "D: 4.55×" where a variant made of it was measured, else empty
record AdviceCard(
        Suggestion suggestion,
        String where,
        String predicted,
        List<SentencePart> sentence,
        String saved,
        String time,
        RatioScale.@Nullable Best best,
        String measured,
        TrackRecord record) {
    AdviceCard {
        sentence = List.copyOf(sentence);
    }

    /// Whether it is about the peak memory, and not about time.
    boolean isAboutMemory() {
        return suggestion.memory() != null;
    }

    String id() {
        return suggestion.id();
    }

    /// For a screen reader.
    String words() {
        return suggestion.title() + ", " + where + ", predicted " + predicted;
    }
}
