package dev.pareto.ui.sunburst;

import java.util.function.BiConsumer;

/// What the view asks for. Called on the JavaFX thread.
///
/// @param profile profiles the program; @param place goes to a file of the own code and a line
public record SunburstActions(Runnable profile, BiConsumer<String, Integer> place) {}
