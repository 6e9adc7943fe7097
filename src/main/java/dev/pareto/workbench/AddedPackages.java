package dev.pareto.workbench;

import dev.pareto.program.Interpreter;
import dev.pareto.python.EnvironmentCopies;
import dev.pareto.python.StopSignal;

import java.util.Optional;
import java.util.function.Consumer;

/// Adds a package to a copy of a program's environment.
final class AddedPackages {
    private static final String WITHOUT =
            "Suggestions that need it cannot be measured; all else works.";

    private final Tools tools;

    AddedPackages(Tools tools) {
        this.tools = tools;
    }

    /// The interpreter of the copy, which is made unless it is there.
    Interpreter add(String name, Interpreter to, StopSignal stop, Consumer<String> told)
            throws ProblemException, InterruptedException {
        if (!EnvironmentCopies.canAdd(name)) {
            throw Problems.usage(
                    name + " is none of the packages that Pareto adds.",
                    WITHOUT,
                    "Install it into an environment of the program, and choose that one.",
                    "");
        }
        // Measuring beside pip would measure pip.
        try (var _ = tools.turn()) {
            Optional<Interpreter> there = tools.copies().with(name, to);
            if (there.isPresent() && tools.packages(there.get()).importTime(name).isPresent()) {
                return there.get();
            }
            EngineEnvironments.ready(tools.copies().create(name, to, stop, told), WITHOUT);
            return tools.copies()
                    .with(name, to)
                    .orElseThrow(
                            () ->
                                    Problems.missing(
                                            "The copy of the environment is not there any more.",
                                            WITHOUT,
                                            "Try again."));
        }
    }
}
