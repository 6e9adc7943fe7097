package dev.pareto.workbench;

import dev.pareto.program.Input;
import dev.pareto.trial.TrialResult;

import java.time.Instant;

/// A trial of a candidate against a reference variant, with when and on which input.
///
/// @param environment what must be equal for runs to be comparable: name → value (interpreter
///   build, machine, core, load …)
public record TrialReport(
        String reference,
        String candidate,
        Input input,
        TrialResult result,
        Instant at,
        java.util.Map<String, String> environment) {}
