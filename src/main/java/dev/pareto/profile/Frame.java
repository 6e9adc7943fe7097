package dev.pareto.profile;

/// One level of a call stack.
///
/// @param function its qualified name where the interpreter knows it (3.11 and later), else its
///   name
/// @param firstLine where the function starts
/// @param line where it was, 0 when unknown
public record Frame(String function, CodeFile file, int firstLine, int line) {}
