package dev.pareto.workbench;

import dev.pareto.profile.EngineKind;
import dev.pareto.program.Interpreter;
import dev.pareto.python.Launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What this machine can do.
///
/// @param engines tried on a small program of ours, with the newest interpreter; empty without one
/// @param conditions machine, cores, governor, power, load
/// @param timerSeconds the smallest step of the clock
public record MachineReport(
        List<Interpreter> interpreters,
        List<EngineCheck> engines,
        Launcher.Abilities abilities,
        Map<String, String> conditions,
        double timerSeconds,
        Path data) {
    public MachineReport {
        interpreters = List.copyOf(interpreters);
        engines = List.copyOf(engines);
        conditions = java.util.Collections.unmodifiableMap(new TreeMap<>(conditions));
    }

    /// Whether an engine works here.
    ///
    /// @param remark what is missing and what to do, or what its profile noted; may be empty
    public record EngineCheck(EngineKind engine, boolean works, String remark) {}
}
