package dev.pareto.ui.compare;

import dev.pareto.ui.compare.PythonLexer.Kind;

import org.jspecify.annotations.Nullable;

/// A piece of a line that looks the same all through.
///
/// @param kind what it is coloured as, null for plain code
/// @param changed whether the other side does not have it
record Segment(String text, @Nullable Kind kind, boolean changed) {}
