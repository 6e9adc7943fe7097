package dev.pareto.ui.flame;

import java.util.function.BiConsumer;

/// What the flame graph asks for. Called on the JavaFX thread.
///
/// @param profile profiles the program; @param place goes to a file of the own code and a line
public record FlameActions(Runnable profile, BiConsumer<String, Integer> place) {}
