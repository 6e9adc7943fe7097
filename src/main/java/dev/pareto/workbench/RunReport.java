package dev.pareto.workbench;

import dev.pareto.program.Input;
import dev.pareto.python.Ended;

import java.util.Map;

/// One plain run: how it ended, what it used.
///
/// @param errors what it printed to stderr, with the paths of its private copy as those of the
///   program itself
/// @param files that it left, path → SHA-256
public record RunReport(
        String variant,
        Input input,
        Ended ended,
        RunSummary summary,
        String errors,
        Map<String, String> files) {}
