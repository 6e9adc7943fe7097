package dev.pareto.workbench;

import dev.pareto.program.Interpreter;
import dev.pareto.python.StopSignal;
import dev.pareto.python.ToolEnvironments.Environment;
import dev.pareto.python.ToolEnvironments.Made;

import java.util.function.Consumer;

/// Makes environments with the packages of optional engines.
final class EngineEnvironments {
    private static final String WITHOUT =
            "Without them the engines line_profiler and memory_profiler use stand-ins; all else works.";

    private final Tools tools;

    EngineEnvironments(Tools tools) {
        this.tools = tools;
    }

    Environment create(Interpreter interpreter, StopSignal stop, Consumer<String> told)
            throws ProblemException, InterruptedException {
        // Measuring beside pip would measure pip.
        try (var _ = tools.turn()) {
            return ready(tools.environments().create(interpreter, stop, told), WITHOUT);
        }
    }

    /// What was made.
    ///
    /// @param without what it means that there is none
    static Environment ready(Made made, String without)
            throws ProblemException, InterruptedException {
        return switch (made) {
            case Made.Ready(Environment environment) -> environment;
            case Made.Cancelled() -> throw new InterruptedException("stopped by the user");
            case Made.Offline(String details) ->
                    throw new ProblemException(
                            new Problem(
                                    Problem.Kind.MISSING,
                                    "The package index cannot be reached, so nothing was"
                                            + " installed.",
                                    without,
                                    "Connect to the network, or name a folder of wheels"
                                            + " (PIP_NO_INDEX=1 PIP_FIND_LINKS=DIR), and try"
                                            + " again.",
                                    details));
            case Made.Failed(String reason, String details) ->
                    throw new ProblemException(
                            new Problem(
                                    Problem.Kind.MISSING,
                                    reason,
                                    without,
                                    "--verbose shows what was printed.",
                                    details));
        };
    }
}
