package dev.pareto.ui.fx;

import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;

import java.util.function.Consumer;

/// Does every job at once, on the thread that starts it. For tests, and where nothing blocks.
public final class SameThreadJobs implements Jobs {
    @Override
    public <T> Job start(Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        try {
            done.accept(work.run());
        } catch (ProblemException expected) {
            failed.accept(expected.problem());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return () -> {};
    }

    @Override
    public void show(Runnable action) {
        action.run();
    }

    @Override
    public void close() {}
}
