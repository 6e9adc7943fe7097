package dev.pareto.profiler;

import dev.pareto.program.Input;
import dev.pareto.python.Launcher;
import dev.pareto.python.Limits;
import dev.pareto.python.Workspace;

/// What to profile and with what.
public record ProfileRequest(Workspace workspace, Input input, Limits limits, Launcher launcher) {}
