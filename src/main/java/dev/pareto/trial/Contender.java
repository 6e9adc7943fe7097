package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.program.Output.Exit;
import dev.pareto.python.Command;
import dev.pareto.python.Ended;
import dev.pareto.python.Limits;
import dev.pareto.python.Workspace;
import dev.pareto.trial.output.Leftovers;

/// One side of a trial: a variant in its workspace.
record Contender(Workspace workspace) implements AutoCloseable {
    /// For people: "The baseline", "Variant “set lookup”".
    String label() {
        return workspace.variant().isBaseline()
                ? "The baseline"
                : "Variant “" + workspace.variant().name() + "”";
    }

    /// Makes the copy fresh; the command is for one run in it.
    Command prepare(Input input, Limits limits, RunSetting setting) {
        workspace.reset();
        return workspace.command(input, limits, setting.environment());
    }

    /// What came of the run that was prepared last.
    Outcome outcome(Ended ended, long pid, Limits limits) {
        return switch (ended) {
            case Ended.Finished(Exit.Signal(int number), _, _, _) ->
                    new Outcome.Broken("was ended by " + signal(number));
            case Ended.Finished finished ->
                    new Outcome.Done(
                            new Leftovers(
                                    workspace.output(finished),
                                    workspace.root(),
                                    pid,
                                    finished.usage().wall()),
                            finished.usage());
            case Ended.LimitReached reached ->
                    new Outcome.Broken("was stopped at " + limit(reached.limit(), limits));
            case Ended.Cancelled _ -> new Outcome.Stopped();
            case Ended.Crashed crashed ->
                    new Outcome.Broken("could not be watched to its end: " + crashed.reason());
        };
    }

    private static String limit(Ended.Limit limit, Limits limits) {
        return switch (limit) {
            case TIME ->
                    limits.time() == null
                            ? "its time limit"
                            : "its time limit of " + limits.time().toMillis() / 1000.0 + " s";
            case MEMORY ->
                    "its memory limit" + (limits.memory() == null ? "" : " of " + limits.memory());
            case SCRATCH -> "its limit of " + limits.scratch() + " of files";
            case DESCENDANTS -> "its limit of " + limits.descendants() + " processes";
        };
    }

    private static String signal(int number) {
        return switch (number) {
            case 4 -> "an illegal instruction (signal 4)";
            case 6 -> "an abort (signal 6)";
            case 7, 11 -> "a segmentation fault (signal " + number + ")";
            case 9 -> "a kill (signal 9)";
            default -> "signal " + number;
        };
    }

    @Override
    public void close() {
        workspace.close();
    }
}
