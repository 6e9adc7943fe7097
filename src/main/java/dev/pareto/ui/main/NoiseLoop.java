package dev.pareto.ui.main;

import dev.pareto.quantity.Figures;
import dev.pareto.trial.TrialProgress;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.NoiseReport;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.Workbench;

import java.util.function.Consumer;

/// Tests how noisy this machine is, by a program against itself. JavaFX thread.
final class NoiseLoop {
    private final Workbench workbench;
    private final Desk desk;
    private final Consumer<Problem> told;

    /// @param told gets what was found
    NoiseLoop(Workbench workbench, Desk desk, Consumer<Problem> told) {
        this.workbench = workbench;
        this.desk = desk;
        this.told = told;
    }

    void test() {
        String phase = Messages.text("loop.noise");
        TrialProgress progress =
                (_, soFar, nextLook) ->
                        desk.soon(
                                () ->
                                        desk.status()
                                                .progress(
                                                        phase,
                                                        Messages.text(
                                                                "loop.trial.pair",
                                                                soFar.pairs().size(),
                                                                nextLook),
                                                        -1));
        desk.startAlone(phase, stop -> workbench.noise(stop, progress), this::show);
    }

    private void show(NoiseReport report) {
        if (report.result().complete()) {
            told.accept(words(report));
        }
    }

    static Problem words(NoiseReport report) {
        return new Problem(
                Problem.Kind.USAGE,
                Messages.text(
                        report.claims() ? "loop.noise.claim" : "loop.noise.none",
                        report.result().verdict().id()),
                Double.isFinite(report.detectable())
                        ? Messages.text(
                                "loop.noise.detectable",
                                Figures.percent(report.spread()),
                                report.result().took(),
                                report.result().pairs().size(),
                                Figures.percent(report.detectable()))
                        : Messages.text(
                                "loop.noise.nothing",
                                report.result().took(),
                                report.result().pairs().size()),
                report.claims() ? Messages.text("loop.noise.remedy") : "",
                "");
    }
}
