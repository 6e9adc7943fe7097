package dev.pareto.ui.start;

import dev.pareto.workbench.RecentProgram;

/// A line of the recent programs.
///
/// @param place where it lies, or which lesson it is; @param day when it was open last
public record RecentRow(RecentProgram program, String place, String day) {}
