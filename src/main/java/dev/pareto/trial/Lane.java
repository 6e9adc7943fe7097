package dev.pareto.trial;

import java.util.stream.Stream;

/// Where one pair can run at a time: a copy of each side.
record Lane(Contender baseline, Contender candidate) implements AutoCloseable {
    Stream<Contender> sides() {
        return Stream.of(baseline, candidate);
    }

    /// After a run of each; see [dev.pareto.python.Workspace#compileAhead()].
    void compileAhead() throws InterruptedException {
        baseline.workspace().compileAhead();
        candidate.workspace().compileAhead();
    }

    @Override
    public void close() {
        baseline.close();
        candidate.close();
    }
}
