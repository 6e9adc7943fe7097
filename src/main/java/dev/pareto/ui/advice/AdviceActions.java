package dev.pareto.ui.advice;

import dev.pareto.advice.Suggestion;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the panel asks for. Called on the JavaFX thread.
///
/// @param profile profiles the program; @param look starts the run with probes that advice needs
/// @param cancel stops that run
/// @param add makes a copy of the program's environment with what a suggestion lacks
/// @param apply makes a variant of a suggestion and measures it
/// @param preview shows the source beside what it would become
/// @param improve tries all suggestions, one after the other
/// @param place goes to a file and a line
/// @param page the Markdown page of a rule, by the rule's id; empty where there is none
public record AdviceActions(
        Runnable profile,
        Runnable look,
        Runnable cancel,
        Consumer<Suggestion> add,
        Consumer<Suggestion> apply,
        Consumer<Suggestion> preview,
        Runnable improve,
        BiConsumer<String, Integer> place,
        Function<String, String> page) {}
