package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.python.Limits;

import java.util.List;

/// Two variants of a program, and on what to compare them.
///
/// @param reference usually the baseline; @param candidate what may be faster
/// @param input that is timed; its output is compared on every run
/// @param alsoChecked further inputs on which the outputs are compared once, smaller ones first
public record TrialRequest(
        Program program,
        Variant reference,
        Variant candidate,
        Input input,
        List<Input> alsoChecked,
        Limits limits,
        TrialRules rules) {
    public TrialRequest {
        alsoChecked = List.copyOf(alsoChecked);
    }
}
