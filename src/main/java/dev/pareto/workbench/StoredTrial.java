package dev.pareto.workbench;

/// A trial of the history.
///
/// @param program the key of the program that it is about
public record StoredTrial(long id, String program, TrialReport report) {}
