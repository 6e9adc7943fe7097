package dev.pareto.python;

import dev.pareto.program.Output;

/// How a run ended.
public sealed interface Ended {
    /// What it printed until then.
    Output.Stream stdout();

    /// What it printed to stderr until then.
    Output.Stream stderr();

    /// What it used until then.
    Usage usage();

    /// The program ended by itself, well or badly: see the exit.
    record Finished(Output.Exit exit, Output.Stream stdout, Output.Stream stderr, Usage usage)
            implements Ended {}

    /// It was stopped since it reached a limit.
    record LimitReached(Limit limit, Output.Stream stdout, Output.Stream stderr, Usage usage)
            implements Ended {}

    /// The user stopped it.
    record Cancelled(Output.Stream stdout, Output.Stream stderr, Usage usage) implements Ended {}

    /// Not the program but what watches it failed; the reason says what happened and what to do.
    record Crashed(String reason, Output.Stream stdout, Output.Stream stderr, Usage usage)
            implements Ended {}

    /// Which limit.
    enum Limit {
        TIME,
        MEMORY,
        SCRATCH,
        DESCENDANTS
    }
}
