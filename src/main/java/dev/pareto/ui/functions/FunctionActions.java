package dev.pareto.ui.functions;

import dev.pareto.profile.FunctionPlace;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the table asks for. Called on the JavaFX thread.
///
/// @param profile profiles the program; @param place goes to a file of the own code and a line
/// @param lines looks at functions line by line, by file of the own code and first line
public record FunctionActions(
        Runnable profile, BiConsumer<String, Integer> place, Consumer<Set<FunctionPlace>> lines) {}
