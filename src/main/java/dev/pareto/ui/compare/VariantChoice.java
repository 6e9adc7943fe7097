package dev.pareto.ui.compare;

/// A variant that can be chosen.
///
/// @param letter empty for the baseline's pin
record VariantChoice(String id, String letter, String name) {}
