package dev.pareto.ui.compare;

import dev.pareto.ui.control.VerdictState;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The one sentence that the comparison comes to.
///
/// @param state null where nothing was measured
/// @param title "11.0× faster"; @param detail what it rests on, or what would settle it
/// @param tags how it was measured, in a word or two each
/// @param next what to do about it
public record Headline(
        @Nullable VerdictState state, String title, String detail, List<String> tags, Next next) {
    static final Headline EMPTY = new Headline(null, "", "", List.of(), Next.NOTHING);

    public Headline {
        tags = List.copyOf(tags);
    }

    /// The button beside it.
    public enum Next {
        NOTHING,
        MEASURE,
        GO_ON
    }
}
