package dev.pareto.trial.output;

import dev.pareto.program.Output;
import dev.pareto.program.Output.Exit;

import java.util.Optional;

/// Compares how two runs ended: exit status, final exception, and whether anything stands on
/// stderr.
final class Ends {
    private Ends() {}

    static Optional<Difference> difference(Output before, Output after) {
        if (!before.exceptionType().equals(after.exceptionType())) {
            return Optional.of(
                    new Difference("exception", exception(before), exception(after), "exception"));
        }
        if (!before.exit().equals(after.exit())) {
            return Optional.of(
                    new Difference("exit status", exit(before.exit()), exit(after.exit()), ""));
        }
        return before.stderr().isEmpty() == after.stderr().isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference("stderr", stderr(before), stderr(after), ""));
    }

    /// The last line of the traceback; "none" where there is no exception.
    private static String exception(Output output) {
        return output.exceptionType()
                .map(
                        type ->
                                output.stderr()
                                        .text()
                                        .lines()
                                        .filter(line -> line.startsWith(type))
                                        .reduce((_, last) -> last)
                                        .orElse(type))
                .orElse("none");
    }

    private static String exit(Exit exit) {
        return switch (exit) {
            case Exit.Status(int code) -> Integer.toString(code);
            case Exit.Signal(int number) -> "signal " + number;
        };
    }

    private static String stderr(Output output) {
        return output.stderr().isEmpty()
                ? "empty"
                : output.stderr().text().lines().findFirst().orElse("");
    }
}
