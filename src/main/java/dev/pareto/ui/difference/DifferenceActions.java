package dev.pareto.ui.difference;

import java.util.function.BiConsumer;

/// What the view asks for. Called on the JavaFX thread.
///
/// @param choose sets the shown profile against the likeliest other one
/// @param open asks for a file with a profile; @param profile profiles the program
/// @param place goes to a file of the own code and a line
public record DifferenceActions(
        Runnable choose, Runnable open, Runnable profile, BiConsumer<String, Integer> place) {}
