package dev.pareto.trial.output;

import dev.pareto.program.Output;
import dev.pareto.quantity.WallTime;

import java.nio.file.Path;

/// What a run left: its output, and the folder in which its files lie until the next run there.
///
/// @param pid of the program, which it may have printed
public record Leftovers(Output output, Path folder, long pid, WallTime wall) {}
