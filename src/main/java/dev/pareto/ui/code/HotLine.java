package dev.pareto.ui.code;

/// A line that the tab strip speaks of.
///
/// @param line as shown, from 1; @param share as in "91.3 %"
/// @param kind how it was found; @param stale whether the text was edited since
record HotLine(int line, String share, FileHeat.Kind kind, boolean stale) {}
