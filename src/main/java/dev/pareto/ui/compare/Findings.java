package dev.pareto.ui.compare;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the cards show. A card without content is not there.
///
/// @param runs null where no pair was measured
/// @param savings empty without two profiles; @param savingNote why, or what the times are
/// @param unprofiled id of the variant without a profile, empty when both have one
/// @param forest empty without a trial; @param forestNote which variants are missing, may be empty
/// @param prediction null for a variant by hand
/// @param output null without a trial, and so are memory and environment
/// @param notes what the trial says beside
record Findings(
        @Nullable Runs runs,
        List<SavingRow> savings,
        String savingNote,
        String unprofiled,
        List<ForestRow> forest,
        String forestNote,
        @Nullable Prediction prediction,
        @Nullable Facts output,
        @Nullable Facts memory,
        @Nullable Facts environment,
        List<String> notes) {
    static final Findings NONE =
            new Findings(null, List.of(), "", "", List.of(), "", null, null, null, null, List.of());

    Findings {
        savings = List.copyOf(savings);
        forest = List.copyOf(forest);
        notes = List.copyOf(notes);
    }
}
