package dev.pareto.trial.output;

/// One run of the baseline among several with the same input and hash seed.
///
/// @param wall seconds that it took
/// @param paused whether it was stopped half of that time
record Repetition(Sheet sheet, long pid, double wall, boolean paused) {}
