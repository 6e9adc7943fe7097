package dev.pareto.ui.main;

import dev.pareto.quantity.Figures;
import dev.pareto.trial.Verdict;
import dev.pareto.trial.Verdict.Estimate;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.TrialReport;

/// What a trial found, in one sentence for the status bar.
final class VerdictSentence {
    private VerdictSentence() {}

    static String of(TrialReport report) {
        String variant = report.candidate();
        return switch (report.result().verdict()) {
            case Verdict.Faster(Estimate estimate) ->
                    Messages.text("loop.verdict.faster", variant, howMuch(estimate));
            case Verdict.Slower(Estimate estimate) ->
                    Messages.text("loop.verdict.slower", variant, howMuch(estimate));
            case Verdict.NoDifference(_, double epsilon) ->
                    Messages.text("loop.verdict.no-difference", variant, Figures.percent(epsilon));
            case Verdict.Undecided _ -> Messages.text("loop.verdict.undecided", variant);
            case Verdict.OutputChanged _ -> Messages.text("loop.verdict.output-changed", variant);
            case Verdict.Failed(String reason) ->
                    Messages.text("loop.verdict.failed", variant, reason);
        };
    }

    /// Before the first look only a bound is known, which a gate gave.
    private static String howMuch(Estimate estimate) {
        return estimate.interval() == null
                ? Messages.text("loop.verdict.at-least", Figures.ratio(estimate.gate()))
                : estimate.ratio().toString();
    }
}
