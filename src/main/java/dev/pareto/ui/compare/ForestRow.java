package dev.pareto.ui.compare;

import dev.pareto.ui.control.ForestMark;

/// A variant in the overview of all.
///
/// @param letter empty for the reference's pin; @param shown whether it is one of the two compared
record ForestRow(String id, String letter, String name, ForestMark mark, boolean shown) {}
