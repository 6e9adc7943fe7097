package dev.pareto.ui.lines;

import java.util.function.BiConsumer;

/// What the table asks for. Called on the JavaFX thread.
///
/// @param profile profiles the program; @param place goes to a file of the own code and a line
public record LineActions(Runnable profile, BiConsumer<String, Integer> place) {}
