package dev.pareto.ui.memory;

import java.util.function.BiConsumer;

/// What the view asks for. Called on the JavaFX thread.
///
/// @param profile profiles the program; @param place goes to a file of the own code and a line
public record MemoryActions(Runnable profile, BiConsumer<String, Integer> place) {}
