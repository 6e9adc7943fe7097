package dev.pareto.ui.improve;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the screen asks for. Called on the JavaFX thread.
///
/// @param start tries the suggestions for the shown variant; @param goOn does so for another
/// @param cancel stops it; what was tried until then stays
/// @param profile profiles the program and looks for advice
/// @param place goes to a file and a line; @param open shows the code of a variant
/// @param compare shows a reference and a variant side by side
/// @param keep confirms a variant, and writes it into the user's own files
public record ImproveActions(
        Runnable start,
        Consumer<String> goOn,
        Runnable cancel,
        Runnable profile,
        BiConsumer<String, Integer> place,
        Consumer<String> open,
        BiConsumer<String, String> compare,
        Consumer<String> keep) {}
