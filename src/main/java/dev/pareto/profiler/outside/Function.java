package dev.pareto.profiler.outside;

/// A function of the program, whichever code object it has at the moment.
///
/// @param name qualified where the interpreter knows it
/// @param file as the interpreter names it
public record Function(String name, String file, int firstLine) {}
