package dev.pareto.ui.code;

/// A line of own code.
///
/// @param path under the root, with forward slashes; @param line from 1
public record CodePlace(String path, int line) {}
