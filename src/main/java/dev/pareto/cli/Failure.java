package dev.pareto.cli;

import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;

import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells why a command could not do its work.
///
/// @param verbose with the stack trace
record Failure(PrintStream err, boolean verbose) {
    /// Returns the exit status.
    int tell(Throwable failure) {
        int status =
                switch (failure) {
                    case ProblemException problem -> tell(problem.problem());
                    case InterruptedException _ -> Status.CANCELLED;
                    default -> unexpected(failure);
                };
        if (verbose) {
            failure.printStackTrace(err);
        }
        return status;
    }

    private int tell(Problem problem) {
        err.println("pareto: " + lines(problem.what(), problem.meaning(), problem.remedy()));
        if (verbose && !problem.details().isBlank()) {
            err.println(problem.details().indent(4).stripTrailing());
        }
        return Status.of(problem.kind());
    }

    /// What happened, and below it what it means and what to do, where that is said.
    static String lines(String what, String meaning, String remedy) {
        return Stream.of(what, meaning, remedy)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n  "));
    }

    private int unexpected(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            err.println("pareto: Pareto itself ran out of memory: " + failure.getMessage());
            err.println("  Nothing was finished; your files are untouched.");
            err.println(
                    "  Try a smaller file or input, or give Java more: JAVA_TOOL_OPTIONS=-Xmx4g.");
            return Status.INTERNAL;
        }
        err.println("pareto: Something went wrong inside of Pareto: " + failure);
        err.println("  This is a fault of ours, or of the machine; your files are untouched.");
        err.println("  Repeat the command with --verbose, and report what it prints.");
        return Status.INTERNAL;
    }
}
