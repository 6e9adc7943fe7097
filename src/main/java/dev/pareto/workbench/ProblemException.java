package dev.pareto.workbench;

/// A use case could not do its work; the problem is for people. Thrown by the use cases only.
public sealed class ProblemException extends Exception permits RootTooLargeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.text());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
