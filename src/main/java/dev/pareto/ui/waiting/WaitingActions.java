package dev.pareto.ui.waiting;

import java.util.function.BiConsumer;

/// What the view asks for. Called on the JavaFX thread.
///
/// @param profile profiles the program from outside, which tells waiting from working
/// @param place goes to a file of the own code and a line
public record WaitingActions(Runnable profile, BiConsumer<String, Integer> place) {}
