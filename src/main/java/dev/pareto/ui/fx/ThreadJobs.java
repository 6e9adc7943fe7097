package dev.pareto.ui.fx;

import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;

import javafx.application.Platform;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Every job on a virtual thread of its own.
public final class ThreadJobs implements Jobs {
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    @Override
    public <T> Job start(Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        Thread thread = Thread.ofVirtual().name("job").unstarted(() -> perform(work, done, failed));
        running.add(thread);
        thread.start();
        return thread::interrupt;
    }

    // Whatever a job throws ends here: as a problem that can be read and copied, never lost.
    @SuppressWarnings("CatchingUnchecked")
    private <T> void perform(Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        try {
            T result = work.run();
            show(() -> done.accept(result));
        } catch (ProblemException expected) {
            show(() -> failed.accept(expected.problem()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error unexpected) {
            show(() -> failed.accept(Failures.problem(unexpected)));
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    @Override
    public void show(Runnable action) {
        if (!closed) {
            Platform.runLater(
                    () -> {
                        if (!closed) {
                            action.run();
                        }
                    });
        }
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(Thread::interrupt);
    }
}
