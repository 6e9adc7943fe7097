package dev.pareto.trial.output;

/// Where two outputs first differ.
///
/// @param where as in "stdout, line 3", "exit status", "file out.csv"
/// @param baseline and candidate: what each has there
/// @param likelyReason order, rounding, type, missing line, exception, or empty
public record Difference(String where, String baseline, String candidate, String likelyReason) {}
