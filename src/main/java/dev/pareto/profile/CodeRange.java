package dev.pareto.profile;

/// A piece of code, named as Python's `ast` does.
///
/// @param path under the root, with forward slashes
/// @param line from 1
/// @param column bytes of UTF-8 before it in its line
/// @param endLine where its last character is
/// @param endColumn bytes of UTF-8 before what follows it
public record CodeRange(String path, int line, int column, int endLine, int endColumn) {}
