package dev.pareto.ui.main;

import dev.pareto.program.Variant;
import dev.pareto.python.StopSignal;
import dev.pareto.ui.fx.Jobs;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Snapshot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// The opened program: its session, which variant is looked at, and the one long job under way.
/// JavaFX thread; the work itself runs elsewhere.
final class Desk {
    /// Blocking work on a session, which may be asked to stop.
    ///
    /// @param <T> the result
    @FunctionalInterface
    interface Work<T> {
        T run(Session session, StopSignal stop) throws ProblemException, InterruptedException;
    }

    /// Blocking work that needs no session.
    ///
    /// @param <T> the result
    @FunctionalInterface
    interface AloneWork<T> {
        T run(StopSignal stop) throws ProblemException, InterruptedException;
    }

    /// Something on a session that returns at once.
    ///
    /// @param <T> the result
    @FunctionalInterface
    interface Deed<T> {
        T run(Session session) throws ProblemException;
    }

    private final Jobs jobs;
    private final StatusViewModel status;
    private final Consumer<Problem> problems;
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot =
            new ReadOnlyObjectWrapper<>();
    private final StringProperty shown = new SimpleStringProperty(Variant.BASELINE_ID);
    private final BooleanProperty busy = new SimpleBooleanProperty();

    private @Nullable Session session;
    private StopSignal.@Nullable Registration listening;
    private @Nullable StopSignal stop;

    Desk(Jobs jobs, StatusViewModel status, Consumer<Problem> problems) {
        this.jobs = jobs;
        this.status = status;
        this.problems = problems;
    }

    /// Lays another program on the desk; the one before is closed.
    void show(Session opened) {
        close();
        session = opened;
        shown.set(Variant.BASELINE_ID);
        snapshot.set(opened.snapshot());
        listening =
                opened.listen(
                        fresh ->
                                jobs.show(
                                        () -> {
                                            if (opened == session) {
                                                take(fresh);
                                            }
                                        }));
    }

    private void take(Snapshot fresh) {
        snapshot.set(fresh);
        if (fresh.variant(shown.get()).isEmpty()) {
            shown.set(fresh.pinned());
        }
    }

    /// Clears the desk. What runs is stopped.
    void close() {
        cancel();
        if (listening != null) {
            listening.close();
        }
        if (session != null) {
            session.close();
        }
        session = null;
        listening = null;
        snapshot.set(null);
    }

    /// Does what returns at once, and shows what became of the program.
    <T> Optional<T> now(Deed<T> deed) {
        Session on = session;
        if (on == null) {
            return Optional.empty();
        }
        try {
            T result = deed.run(on);
            take(on.snapshot());
            return Optional.ofNullable(result);
        } catch (ProblemException e) {
            take(on.snapshot());
            problems.accept(e.problem());
            return Optional.empty();
        }
    }

    /// Starts a long job; there is one at a time, and while one runs this does nothing.
    ///
    /// @param phase what the status bar says; @param done gets the result; @param failed hears of a
    ///   problem before it is shown
    <T> void start(String phase, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        Session on = session;
        if (on != null) {
            begin(phase, on, signal -> work.run(on, signal), done, failed);
        }
    }

    /// The same for work that needs no program; one may be open or not.
    <T> void startAlone(String phase, AloneWork<T> work, Consumer<T> done) {
        begin(phase, session, work, done, _ -> {});
    }

    private <T> void begin(
            String phase,
            @Nullable Session on,
            AloneWork<T> work,
            Consumer<T> done,
            Consumer<Problem> failed) {
        if (busy.get()) {
            return;
        }
        var signal = new StopSignal();
        stop = signal;
        busy.set(true);
        status.begin(phase);
        jobs.start(
                () -> work.run(signal),
                result -> {
                    end(on);
                    if (on == session) {
                        done.accept(result);
                    }
                },
                problem -> {
                    end(on);
                    if (on == session) {
                        failed.accept(problem);
                        problems.accept(problem);
                    }
                });
    }

    private void end(@Nullable Session of) {
        stop = null;
        busy.set(false);
        status.end("");
        if (of != null && of == session) {
            take(of.snapshot());
        }
    }

    /// Has something happen on the JavaFX thread, for the progress of a job.
    void soon(Runnable action) {
        jobs.show(action);
    }

    /// Asks the job under way to stop; what it has until then is kept.
    void cancel() {
        if (stop != null) {
            stop.request();
        }
    }

    Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    StatusViewModel status() {
        return status;
    }

    /// What is known of the program; null while none is open.
    ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// The id of the variant that is looked at.
    StringProperty shownProperty() {
        return shown;
    }

    /// Whether a long job is under way.
    BooleanProperty busyProperty() {
        return busy;
    }
}
