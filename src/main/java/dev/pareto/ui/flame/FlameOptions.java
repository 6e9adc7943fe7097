package dev.pareto.ui.flame;

/// What is left out of the call tree.
///
/// @param hideLibraries frames of libraries are skipped: their time is their caller's
/// @param mergeRecursion a function that calls itself is one frame
record FlameOptions(boolean hideLibraries, boolean mergeRecursion) {}
