package dev.pareto.ui.problem;

/// Something that can be done about a problem at once.
///
/// @param label verb first: "Open arguments"; @param action done on the JavaFX thread, after which
///   the problem is gone
public record Remedy(String label, Runnable action) {}
