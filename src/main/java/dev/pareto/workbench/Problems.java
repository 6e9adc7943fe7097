package dev.pareto.workbench;

import dev.pareto.workbench.Problem.Kind;

/// Short ways to say what went wrong: what happened, what it means, what to do.
final class Problems {
    private Problems() {}

    static ProblemException usage(String what, String meaning, String remedy, String details) {
        return new ProblemException(new Problem(Kind.USAGE, what, meaning, remedy, details));
    }

    static ProblemException missing(String what, String meaning, String remedy) {
        return new ProblemException(new Problem(Kind.MISSING, what, meaning, remedy, ""));
    }

    static ProblemException program(String what, String meaning, String remedy, String details) {
        return new ProblemException(new Problem(Kind.PROGRAM, what, meaning, remedy, details));
    }

    static ProblemException internal(String what, String meaning, String remedy, String details) {
        return new ProblemException(new Problem(Kind.INTERNAL, what, meaning, remedy, details));
    }
}
