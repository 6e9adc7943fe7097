package dev.pareto.ui.measuring;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the screen of a trial under way asks for. Called on the JavaFX thread.
///
/// @param cancel stops the trial; its pairs are kept
/// @param goOn goes on with the stopped one: ids of reference and candidate
/// @param compare shows an earlier trial, by the id of its candidate
public record MeasuringActions(
        Runnable cancel, BiConsumer<String, String> goOn, Consumer<String> compare) {}
