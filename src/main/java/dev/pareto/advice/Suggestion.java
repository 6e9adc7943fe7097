package dev.pareto.advice;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.quantity.Share;
import dev.pareto.quantity.WallTime;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One rule applied to one place: evidence, predicted gain, its limit, a fix, and what makes it
/// safe.
///
/// @param id rule + path + qualified name + hash of the place's text: survives edits elsewhere
/// @param rule the rule's id, as in "set-lookup"
/// @param title verb first, as on the card: "Keep a set beside the list"
/// @param share of the run's time that the place holds
/// @param evidence the facts, for machines: name → value; @param sentence the same for people, with
///   figures
/// @param predicted gain of the whole program; @param limit what it can be at most (Amdahl: 1 / (1
///   − share))
/// @param saves predicted seconds
/// @param safety every condition with how it was established
/// @param changes path → whole new text
/// @param diff unified
/// @param memory what it does to the peak; null for one that is about time, else its share is of
///   the peak
/// @param missing what the changed program needs and its interpreter lacks: packages by their names
///   in the index ("numpy"), or "C compiler"; empty for nearly all
/// @param whatCouldChange what a reader should know: "needs memory for the set"
public record Suggestion(
        String id,
        String rule,
        String title,
        String file,
        int line,
        Share share,
        Map<String, Object> evidence,
        String sentence,
        RatioInterval predicted,
        Ratio limit,
        WallTime saves,
        List<SafetyCondition> safety,
        Map<String, String> changes,
        String diff,
        String whatCouldChange,
        @Nullable MemoryGain memory,
        List<String> missing) {
    public Suggestion {
        // Advice that was stored before suggestions could lack anything has no such list.
        missing = missing == null ? List.of() : List.copyOf(missing);
        evidence = java.util.Collections.unmodifiableMap(new TreeMap<>(evidence));
        safety = List.copyOf(safety);
        changes = java.util.Collections.unmodifiableMap(new TreeMap<>(changes));
    }

    /// One that needs nothing but the program's interpreter as it is.
    public Suggestion(
            String id,
            String rule,
            String title,
            String file,
            int line,
            Share share,
            Map<String, Object> evidence,
            String sentence,
            RatioInterval predicted,
            Ratio limit,
            WallTime saves,
            List<SafetyCondition> safety,
            Map<String, String> changes,
            String diff,
            String whatCouldChange,
            @Nullable MemoryGain memory) {
        this(
                id,
                rule,
                title,
                file,
                line,
                share,
                evidence,
                sentence,
                predicted,
                limit,
                saves,
                safety,
                changes,
                diff,
                whatCouldChange,
                memory,
                List.of());
    }

    /// A suggestion about time.
    public Suggestion(
            String id,
            String rule,
            String title,
            String file,
            int line,
            Share share,
            Map<String, Object> evidence,
            String sentence,
            RatioInterval predicted,
            Ratio limit,
            WallTime saves,
            List<SafetyCondition> safety,
            Map<String, String> changes,
            String diff,
            String whatCouldChange) {
        this(
                id,
                rule,
                title,
                file,
                line,
                share,
                evidence,
                sentence,
                predicted,
                limit,
                saves,
                safety,
                changes,
                diff,
                whatCouldChange,
                null);
    }

    /// Whether it belongs under "small gains": less than 1.2× predicted, or 20 % of the peak
    /// memory.
    public boolean isSmall() {
        if (memory != null) {
            return memory.most().fraction() < 0.2;
        }
        return predicted.high().value() < 1.2;
    }

    /// A condition that must hold, and how it was established: "proved in the source", "2,000 of
    /// 2,000 seen".
    public record SafetyCondition(String condition, String established) {}
}
