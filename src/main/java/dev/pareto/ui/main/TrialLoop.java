package dev.pareto.ui.main;

import dev.pareto.advice.Suggestion;
import dev.pareto.program.Variant;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialProgress;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.TrialRules;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.measuring.MeasuringViewModel;
import dev.pareto.ui.variants.VariantsViewModel;
import dev.pareto.workbench.Session;
import dev.pareto.workbench.Snapshot;
import dev.pareto.workbench.TrialReport;
import dev.pareto.workbench.TrialStatus;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Applies advice, and measures one variant against another. JavaFX thread.
final class TrialLoop {
    private final Desk desk;
    private final MeasuringViewModel measuring;
    private final VariantsViewModel variants;
    private final Supplier<WallTime> budget;
    private final Consumer<TrialReport> measured;
    private final Consent consent;
    private final BooleanProperty running = new SimpleBooleanProperty();

    /// @param budget of a trial, as the user set it; @param measured hears of every trial's end
    TrialLoop(
            Desk desk,
            MeasuringViewModel measuring,
            VariantsViewModel variants,
            Supplier<WallTime> budget,
            Consumer<TrialReport> measured,
            Consent consent) {
        this.desk = desk;
        this.measuring = measuring;
        this.variants = variants;
        this.budget = budget;
        this.measured = measured;
        this.consent = consent;
        // Also when the trial was of a program that is not on the desk any more.
        desk.busyProperty().subscribe(this::ended);
    }

    /// Makes a variant of a suggestion for the shown variant, shows it, and measures it.
    void apply(Suggestion suggestion) {
        if (!desk.busyProperty().get()) {
            apply(suggestion.id()).ifPresent(variant -> measure(variant.id()));
        }
    }

    private void ended(boolean busy) {
        if (!busy) {
            running.set(false);
            variants.measured();
        }
    }

    /// Makes a variant of a suggestion and shows it.
    Optional<Variant> apply(String suggestion) {
        String from = desk.shownProperty().get();
        Optional<Variant> made = desk.now(session -> session.apply(from, suggestion));
        made.map(Variant::id).ifPresent(desk.shownProperty()::set);
        return made;
    }

    /// Measures a variant against the pinned one; the pinned one itself against the baseline.
    void measure(String variant) {
        Snapshot now = desk.snapshotProperty().get();
        if (now != null) {
            String pinned = now.pinned();
            measure(variant.equals(pinned) ? Variant.BASELINE_ID : pinned, variant, _ -> {});
        }
    }

    void measure(String reference, String candidate) {
        measure(reference, candidate, _ -> {});
    }

    private void measure(String reference, String candidate, Consumer<TrialReport> then) {
        TrialRules rules = TrialRules.DEFAULT.within(budget.get());
        start(
                candidate,
                (session, stop) ->
                        session.trial(
                                reference,
                                candidate,
                                rules,
                                stop,
                                progress(reference, candidate, rules, session, stop)),
                then,
                () -> measure(reference, candidate, then));
    }

    /// Goes on with a trial that was stopped or is undecided.
    void goOn(String reference, String candidate) {
        TrialRules rules = TrialRules.DEFAULT.within(budget.get());
        start(
                candidate,
                (session, stop) ->
                        session.goOn(
                                candidate,
                                rules,
                                stop,
                                progress(reference, candidate, rules, session, stop)),
                _ -> {},
                () -> goOn(reference, candidate));
    }

    /// Confirms a variant on fresh pairs against the baseline; `confirmed` hears of it when it is
    /// faster again.
    void confirm(String variant, Runnable confirmed) {
        measure(
                Variant.BASELINE_ID,
                variant,
                report -> {
                    if (report.result().verdict() instanceof Verdict.Faster) {
                        confirmed.run();
                    }
                });
    }

    /// @param again does the same anew
    private void start(
            String candidate,
            Desk.Work<TrialReport> work,
            Consumer<TrialReport> then,
            Runnable again) {
        if (desk.busyProperty().get()) {
            return;
        }
        running.set(true);
        variants.measuring(candidate, Messages.text("loop.trial.preparing"));
        long begin = System.nanoTime();
        desk.start(
                Messages.text("loop.measuring", candidate),
                work,
                report -> {
                    running.set(false);
                    variants.measured();
                    if (desk.session()
                            .filter(s -> consent.asks(s.snapshot().program(), again))
                            .isPresent()) {
                        return;
                    }
                    if (!report.result().complete()) {
                        measuring.stopped(
                                report.result(), WallTime.ofNanos(System.nanoTime() - begin));
                    }
                    measured.accept(report);
                    then.accept(report);
                },
                _ -> {
                    running.set(false);
                    variants.measured();
                });
    }

    private TrialProgress progress(
            String reference,
            String candidate,
            TrialRules rules,
            Session session,
            StopSignal stop) {
        long begin = System.nanoTime();
        return new TrialProgress() {
            @Override
            public void at(Phase phase, TrialResult soFar, int nextLook) {
                var elapsed = WallTime.ofNanos(System.nanoTime() - begin);
                var status =
                        new TrialStatus(
                                reference,
                                candidate,
                                phase,
                                soFar,
                                nextLook,
                                elapsed,
                                rules.budget());
                desk.soon(() -> show(status));
            }

            @Override
            public void reached(String reach) {
                consent.reached(session.snapshot().program(), reach, stop);
            }
        };
    }

    private void show(TrialStatus status) {
        Snapshot now = desk.snapshotProperty().get();
        if (now == null || !running.get()) {
            return;
        }
        measuring.show(now, status);
        int pairs = status.soFar().pairs().size();
        String word =
                status.phase() == TrialProgress.Phase.MEASURING
                        ? Messages.text("loop.trial.pair", pairs, status.nextLook())
                        : Messages.text(
                                "loop.trial." + status.phase().name().toLowerCase(Locale.ROOT));
        double part = status.nextLook() == 0 ? -1 : Math.min(1, (double) pairs / status.nextLook());
        desk.status().progress(Messages.text("loop.measuring", status.candidate()), word, part);
        variants.measuring(status.candidate(), word);
    }

    /// Writes a variant into the user's own files.
    Optional<Integer> keep(String variant) {
        return desk.now((Session session) -> session.keep(variant).size());
    }

    /// Whether a trial is under way.
    BooleanProperty runningProperty() {
        return running;
    }
}
