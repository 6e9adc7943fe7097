package dev.pareto.ui.compare;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the comparison asks for. Called on the JavaFX thread; variants are given by their ids,
/// reference first.
///
/// @param chosen tells that two variants were chosen, which are shown already
/// @param measure holds a trial of both; @param goOn goes on with the one that was stopped or is
///   undecided
/// @param grow measures how both grow with the size of the input; @param cancel stops that
/// @param profile profiles a variant
/// @param keep confirms the candidate on fresh pairs and keeps it
/// @param export asks for a folder and writes the changed files of the candidate
/// @param exportRuns asks for a folder and writes every run of the trial of both
public record CompareActions(
        BiConsumer<String, String> chosen,
        BiConsumer<String, String> measure,
        BiConsumer<String, String> goOn,
        BiConsumer<String, String> grow,
        Runnable cancel,
        Consumer<String> profile,
        Consumer<String> keep,
        BiConsumer<String, String> export,
        BiConsumer<String, String> exportRuns) {}
