package dev.pareto.ui.improve;

import dev.pareto.quantity.Figures;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.trial.Verdict.Estimate;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Improvement;
import dev.pareto.workbench.Improvement.End;

import java.util.ArrayList;
import java.util.List;

/// Says what came of improving.
final class DoneBuilder {
    private final Improvement improvement;

    DoneBuilder(Improvement improvement) {
        this.improvement = improvement;
    }

    ImproveState.Done done() {
        TrialResult all = improvement.confirmed().map(report -> report.result()).orElse(null);
        String end = Messages.text("improve.end." + name(improvement.end()));
        List<Rung> rungs = Ladder.of(improvement);
        String best = improvement.kept().isEmpty() ? "" : improvement.best();
        boolean canGoOn =
                improvement.end() == End.STOPPED
                        || improvement.end() == End.BUDGET_SPENT
                        || improvement.end() == End.NOT_ADVISED;
        return new ImproveState.Done(
                all == null ? null : VerdictState.of(all.verdict()),
                all == null ? unmeasured() : claim(all),
                all == null ? unconfirmed() : ground(all),
                end,
                rungs,
                improvement.start(),
                best,
                canGoOn);
    }

    private static String name(End end) {
        return end.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private String unmeasured() {
        if (improvement.steps().isEmpty()) {
            return Messages.text(
                    improvement.end() == End.STOPPED ? "improve.stopped" : "improve.nothing");
        }
        return kept();
    }

    private String unconfirmed() {
        return improvement.kept().isEmpty() ? "" : Messages.text("improve.unconfirmed");
    }

    private String kept() {
        return Messages.text(
                "improve.kept-of", improvement.kept().size(), improvement.steps().size());
    }

    private static String claim(TrialResult all) {
        return switch (all.verdict()) {
            case Verdict.Faster(var e) -> Messages.text("compare.faster", ratio(e));
            case Verdict.Slower(var e) -> Messages.text("compare.slower", ratio(e));
            case Verdict.NoDifference(_, double epsilon) ->
                    Messages.text("compare.no-difference", Figures.percent(epsilon));
            case Verdict.Undecided _ -> Messages.text("compare.undecided");
            case Verdict.OutputChanged _ -> Messages.text("compare.output-changed.title");
            case Verdict.Failed _ -> Messages.text("compare.failed");
        };
    }

    private static String ratio(Estimate estimate) {
        return estimate.interval() == null
                ? Messages.text("loop.verdict.at-least", Figures.ratio(estimate.gate()))
                : estimate.ratio().toString();
    }

    private String ground(TrialResult all) {
        List<String> parts = new ArrayList<>();
        parts.add(kept());
        var mark = Ladder.mark(all);
        if (mark != null && mark.interval() != null) {
            parts.add(Messages.text("compare.interval", mark.interval()));
        }
        if (all.memory().ratio() != null) {
            parts.add(
                    Messages.text(
                            "improve.memory", all.memory().baseline(), all.memory().candidate()));
        }
        if (all.outputSame() && all.inputsChecked() > 0) {
            parts.add(Messages.counted("compare.same-output", all.inputsChecked()));
        }
        parts.add(Messages.counted("improve.fresh", all.pairs().size()));
        return String.join(", ", parts);
    }
}
