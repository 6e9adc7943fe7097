package dev.pareto.profile;

/// Which function is meant, where a profile names it.
///
/// @param path under the root, with forward slashes; @param line where it starts, with decorators
public record FunctionPlace(String path, int line) {}
