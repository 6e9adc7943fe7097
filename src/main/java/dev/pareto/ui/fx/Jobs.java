package dev.pareto.ui.fx;

import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;

import java.util.function.Consumer;

/// Runs blocking work off the JavaFX thread and brings back what came of it.
public interface Jobs extends AutoCloseable {
    /// Blocking work with a result.
    ///
    /// @param <T> the result
    @FunctionalInterface
    interface Work<T> {
        T run() throws ProblemException, InterruptedException;
    }

    /// Starts `work` at once. On the JavaFX thread exactly one of the others is called at its end:
    /// `done` with the result, or `failed` with what went wrong. An interrupted job calls neither.
    <T> Job start(Work<T> work, Consumer<T> done, Consumer<Problem> failed);

    /// Has `action` run on the JavaFX thread, soon. For progress that a job tells.
    void show(Runnable action);

    /// Ends what is still running; nothing calls back any more.
    @Override
    void close();

    /// Work under way.
    @FunctionalInterface
    interface Job {
        /// Interrupts it; its callbacks are dropped.
        void abandon();
    }
}
