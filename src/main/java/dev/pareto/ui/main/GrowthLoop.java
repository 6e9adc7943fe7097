package dev.pareto.ui.main;

import dev.pareto.python.StopSignal;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.GrowthProgress;
import dev.pareto.trial.GrowthResult;
import dev.pareto.ui.compare.CompareViewModel;
import dev.pareto.ui.compare.GrowthCurves;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Session;

import java.util.List;
import java.util.function.Supplier;

/// Measures how two variants grow with the size of the input, and shows what is known so far.
/// JavaFX thread.
final class GrowthLoop {
    private final Desk desk;
    private final CompareViewModel compare;
    private final Supplier<WallTime> budget;
    private final Consent consent;

    /// @param budget after which no further run is begun, as the user set it for trials
    GrowthLoop(Desk desk, CompareViewModel compare, Supplier<WallTime> budget, Consent consent) {
        this.desk = desk;
        this.compare = compare;
        this.budget = budget;
        this.consent = consent;
    }

    void measure(String reference, String candidate) {
        if (desk.session().isEmpty() || desk.busyProperty().get()) {
            return;
        }
        WallTime most = budget.get();
        String phase = Messages.text("loop.growth", most);
        compare.growing(phase);
        desk.start(
                phase,
                (session, stop) ->
                        session.scale(
                                reference,
                                candidate,
                                List.of(),
                                most,
                                stop,
                                progress(reference, candidate, session, stop)),
                result -> {
                    compare.growing("");
                    if (desk.session()
                            .filter(
                                    s ->
                                            consent.asks(
                                                    s.snapshot().program(),
                                                    () -> measure(reference, candidate)))
                            .isPresent()) {
                        return;
                    }
                    show(reference, candidate, result);
                    desk.status().end(words(result));
                },
                _ -> compare.growing(""));
    }

    private GrowthProgress progress(
            String reference, String candidate, Session session, StopSignal stop) {
        return new GrowthProgress() {
            @Override
            public void at(long size, GrowthResult soFar) {
                desk.soon(() -> show(reference, candidate, size, soFar));
            }

            @Override
            public void reached(String reach) {
                consent.reached(session.snapshot().program(), reach, stop);
            }
        };
    }

    private void show(String reference, String candidate, long size, GrowthResult soFar) {
        if (desk.busyProperty().get()) {
            String words =
                    Messages.text(
                            "loop.growth.size",
                            Figures.count(size),
                            Math.round(soFar.took().seconds()));
            compare.growing(words);
            desk.status().progress(Messages.text("loop.growing"), words, -1);
            show(reference, candidate, soFar);
        }
    }

    private void show(String reference, String candidate, GrowthResult result) {
        if (compare.reference().equals(reference) && compare.candidate().equals(candidate)) {
            GrowthCurves.of(result, "n").ifPresent(compare::growth);
        }
    }

    private static String words(GrowthResult result) {
        return result.problem() != null
                ? result.problem()
                : Messages.text(
                        result.complete() ? "loop.growth.done" : "loop.growth.stopped",
                        result.reference().sizes().size());
    }
}
