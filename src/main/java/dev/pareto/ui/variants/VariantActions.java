package dev.pareto.ui.variants;

import java.util.function.Consumer;

/// What the table asks for. All are given the id of a variant; called on the JavaFX thread.
///
/// @param selected shows the variant in the editor; @param measure it against the pinned one
/// @param compare opens the side-by-side view; @param pin makes it what others are compared with
/// @param remove takes it away, with a way back; @param branch makes a new variant from it, by hand
/// @param difference opens the first difference of its output
public record VariantActions(
        Consumer<String> selected,
        Consumer<String> measure,
        Consumer<String> compare,
        Consumer<String> pin,
        Consumer<String> remove,
        Consumer<String> branch,
        Consumer<String> difference) {}
