package dev.pareto.workbench;

import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.trial.TrialResult;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

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
        Map<String, String> environment) {
    public TrialReport {
        environment = Map.copyOf(environment);
    }

    /// The interpreter that it was held with, where that is another than the program's now: its
    /// times stand beside no times of now.
    public Optional<String> otherInterpreter(Program now) {
        return Optional.ofNullable(environment.get(Conditions.INTERPRETER))
                .filter(then -> !then.equals(now.interpreter().label()));
    }
}
