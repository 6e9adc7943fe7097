package dev.pareto.cli;

import dev.pareto.workbench.Problem;

/// The exit statuses.
final class Status {
    /// Done; for a comparison: faster.
    static final int DONE = 0;

    /// Done, and the answer is no.
    static final int NO = 1;

    /// Wrong usage.
    static final int USAGE = 2;

    /// An interpreter, a package or an ability is missing.
    static final int MISSING = 3;

    /// The program failed.
    static final int PROGRAM = 4;

    /// A fault of ours or of the machine; as EX_SOFTWARE of `sysexits.h`.
    static final int INTERNAL = 70;

    /// Stopped by the user.
    static final int CANCELLED = 130;

    private Status() {}

    static int of(Problem.Kind kind) {
        return switch (kind) {
            case USAGE -> USAGE;
            case MISSING -> MISSING;
            case PROGRAM -> PROGRAM;
            case INTERNAL -> INTERNAL;
        };
    }
}
