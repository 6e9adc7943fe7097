package dev.pareto.profiler;

import dev.pareto.profile.FunctionPlace;
import dev.pareto.program.Input;
import dev.pareto.python.Launcher;
import dev.pareto.python.Limits;
import dev.pareto.python.Workspace;

import java.util.Set;

/// What to profile and with what.
///
/// @param picked the functions that an engine of lines is to look at; empty for those of its own
///   choice
public record ProfileRequest(
        Workspace workspace,
        Input input,
        Limits limits,
        Launcher launcher,
        Set<FunctionPlace> picked) {
    public ProfileRequest {
        picked = Set.copyOf(picked);
    }

    /// One in which no function was picked.
    public ProfileRequest(Workspace workspace, Input input, Limits limits, Launcher launcher) {
        this(workspace, input, limits, launcher, Set.of());
    }
}
