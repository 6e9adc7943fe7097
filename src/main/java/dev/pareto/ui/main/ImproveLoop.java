package dev.pareto.ui.main;

import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.improve.ImproveViewModel;
import dev.pareto.workbench.ImproveProgress;
import dev.pareto.workbench.ImproveRules;
import dev.pareto.workbench.Improvement;
import dev.pareto.workbench.Session;

import org.jspecify.annotations.Nullable;

/// Tries all advice for a variant, and shows the ladder while it grows. JavaFX thread.
final class ImproveLoop {
    private final Desk desk;
    private final ImproveViewModel model;
    private final Consent consent;
    private boolean running;

    ImproveLoop(Desk desk, ImproveViewModel model, Consent consent) {
        this.desk = desk;
        this.model = model;
        this.consent = consent;
        // Also when the job was of a program that is not on the desk any more.
        desk.busyProperty().subscribe(this::ended);
    }

    private void ended(boolean busy) {
        if (!busy && running) {
            running = false;
            model.failed();
        }
    }

    /// Improves the shown variant.
    void improve() {
        improve(desk.shownProperty().get());
    }

    void improve(String variant) {
        if (desk.session().isEmpty() || desk.busyProperty().get()) {
            return;
        }
        ImproveRules rules = model.rules();
        running = true;
        model.running(null, WallTime.ZERO, rules.budget());
        desk.start(
                Messages.text("loop.improving", variant),
                (session, stop) ->
                        session.improve(
                                variant, rules, stop, progress(variant, rules, session, stop)),
                improvement -> done(variant, improvement),
                _ -> model.failed());
    }

    private void done(String variant, Improvement improvement) {
        running = false;
        model.done(improvement);
        if (desk.session()
                .filter(s -> consent.asks(s.snapshot().program(), () -> improve(variant)))
                .isPresent()) {
            return;
        }
        if (!improvement.kept().isEmpty()) {
            desk.shownProperty().set(improvement.best());
        }
        desk.status()
                .end(
                        Messages.text(
                                "loop.improved",
                                improvement.kept().size(),
                                improvement.steps().size()));
    }

    private ImproveProgress progress(
            String variant, ImproveRules rules, Session session, StopSignal stop) {
        long begin = System.nanoTime();
        return new ImproveProgress() {
            @Override
            public void at(Now now) {
                var elapsed = WallTime.ofNanos(System.nanoTime() - begin);
                desk.soon(() -> show(variant, now, elapsed, rules.budget()));
            }

            @Override
            public void reached(String reach) {
                consent.reached(session.snapshot().program(), reach, stop);
            }
        };
    }

    private void show(
            String variant, ImproveProgress.@Nullable Now now, WallTime elapsed, WallTime most) {
        if (running) {
            model.running(now, elapsed, most);
            desk.status()
                    .progress(
                            Messages.text("loop.improving", variant),
                            Messages.text(
                                    "improve.time",
                                    Math.round(elapsed.seconds()),
                                    Math.round(most.seconds())),
                            Math.min(1, elapsed.seconds() / most.seconds()));
        }
    }
}
