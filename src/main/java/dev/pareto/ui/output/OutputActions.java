package dev.pareto.ui.output;

import java.util.function.BiConsumer;

/// What the panel asks for. Called on the JavaFX thread.
///
/// @param run runs the program; @param cancel stops it
/// @param place goes to a file of the own code and a line
/// @param stdin shows where the program's input is set
public record OutputActions(
        Runnable run, Runnable cancel, BiConsumer<String, Integer> place, Runnable stdin) {}
