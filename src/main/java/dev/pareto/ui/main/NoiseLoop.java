package dev.pareto.ui.main;

import dev.pareto.quantity.Figures;
import dev.pareto.trial.TrialProgress;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.NoiseReport;
import dev.pareto.workbench.Workbench;

import javafx.scene.Node;

import java.util.function.Consumer;

/// Tests how noisy this machine is, by a program against itself. JavaFX thread.
final class NoiseLoop {
    private final Workbench workbench;
    private final Desk desk;
    private final Consumer<Node> told;
    private final Runnable close;

    /// @param told shows what was found; @param close takes it away again
    NoiseLoop(Workbench workbench, Desk desk, Consumer<Node> told, Runnable close) {
        this.workbench = workbench;
        this.desk = desk;
        this.told = told;
        this.close = close;
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
            told.accept(card(report));
            desk.status()
                    .end(
                            Messages.text(
                                    report.claims() ? "loop.noise.claim" : "loop.noise.none",
                                    report.result().verdict().id()));
        }
    }

    /// What was found, to lie over the window.
    private Node card(NoiseReport report) {
        var card = new Notice();
        card.getStyleClass().add("entry-choice");
        card.show(
                report.claims() ? "oct-alert-24" : "oct-check-circle-24",
                Messages.text(
                        report.claims() ? "loop.noise.claim" : "loop.noise.none",
                        report.result().verdict().id()),
                words(report));
        card.offer(Messages.text("loop.noise.close"), "", close);
        return card;
    }

    static String words(NoiseReport report) {
        String shown =
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
                                report.result().pairs().size());
        return report.claims() ? shown + " " + Messages.text("loop.noise.remedy") : shown;
    }
}
