package dev.pareto.workbench;

import dev.pareto.program.Input;
import dev.pareto.python.Ended;

import java.util.Map;

/// One plain run: how it ended, what it used, which files it left (path → SHA-256).
public record RunReport(
        String variant, Input input, Ended ended, RunSummary summary, Map<String, String> files) {}
