package dev.pareto.python;

import java.util.ArrayList;
import java.util.List;

/// Says to a long job that it is no longer wanted. One job, one signal; any thread may request the
/// stop.
public final class StopSignal {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean requested;

    /// Asks the job to stop and runs what was registered, on this thread.
    public void request() {
        List<Runnable> due;
        synchronized (actions) {
            if (requested) {
                return;
            }
            requested = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public boolean isRequested() {
        synchronized (actions) {
            return requested;
        }
    }

    /// Runs the action when a stop is requested, at once if it has been. Closing the registration
    /// forgets the action.
    public Registration whenRequested(Runnable action) {
        synchronized (actions) {
            if (!requested) {
                actions.add(action);
                return () -> {
                    synchronized (actions) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    /// Forgets an action on close.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
