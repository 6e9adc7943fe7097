package dev.pareto.workbench;

import dev.pareto.python.CopyOptions;
import dev.pareto.python.Limits;
import dev.pareto.python.StopSignal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The one place of a session that changes: the snapshot, the limits, and what is copied for a run.
/// Any thread; listeners are told on the thread that made the change.
final class State {
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;
    private volatile Limits limits;
    private volatile CopyOptions copy;

    State(Snapshot snapshot, Limits limits, CopyOptions copy) {
        this.snapshot = snapshot;
        this.limits = limits;
        this.copy = copy;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    void update(UnaryOperator<Snapshot> change) {
        Snapshot fresh;
        synchronized (this) {
            fresh = change.apply(snapshot);
            snapshot = fresh;
        }
        listeners.forEach(listener -> listener.accept(fresh));
    }

    StopSignal.Registration listen(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    Limits limits() {
        return limits;
    }

    void limit(Limits other) {
        limits = other;
    }

    CopyOptions copy() {
        return copy;
    }

    void copy(CopyOptions other) {
        copy = other;
    }
}
