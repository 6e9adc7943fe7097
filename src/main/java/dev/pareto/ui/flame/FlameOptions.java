package dev.pareto.ui.flame;

/// What is left out of the call tree.
///
/// @param hideLibraries frames of libraries are skipped: their time is their caller's
/// @param mergeRecursion a function that calls itself is one frame
/// @param compare two profiles are set against each other
record FlameOptions(boolean hideLibraries, boolean mergeRecursion, boolean compare) {
    FlameOptions(boolean hideLibraries, boolean mergeRecursion) {
        this(hideLibraries, mergeRecursion, false);
    }

    FlameOptions comparing() {
        return new FlameOptions(hideLibraries, mergeRecursion, true);
    }
}
