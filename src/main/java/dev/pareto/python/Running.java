package dev.pareto.python;

/// A process that was started. All methods may be called from any thread.
public interface Running {
    /// The process id of the program itself.
    long pid();

    /// Waits until the program and all its descendants are gone and its output is read to the end.
    Ended await() throws InterruptedException;

    /// Kills the whole tree; `await` then returns [Ended.Cancelled] with what was printed so far.
    /// Does nothing once it has ended.
    void stop();

    /// What it printed to stdout so far, as text, at most the kept part.
    String printedSoFar();

    /// The same for stderr.
    String errorsSoFar();
}
