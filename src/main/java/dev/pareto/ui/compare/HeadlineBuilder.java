package dev.pareto.ui.compare;

import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.compare.Headline.Next;
import dev.pareto.ui.control.InputWords;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.TrialReport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says in one sentence what is known of two variants.
final class HeadlineBuilder {
    private final Compared compared;

    HeadlineBuilder(Compared compared) {
        this.compared = compared;
    }

    Headline headline() {
        if (compared.isOneVariant()) {
            return new Headline(
                    null,
                    Messages.text("compare.one.title"),
                    Messages.text("compare.one.detail", compared.reference().name()),
                    List.of(),
                    Next.NOTHING);
        }
        return compared.newest().map(this::measured).orElseGet(this::unmeasured);
    }

    private Headline unmeasured() {
        return new Headline(
                null,
                Messages.text("compare.unmeasured.title"),
                Messages.text(
                        "compare.unmeasured.detail",
                        Compared.fullName(compared.candidate()),
                        compared.reference().name()),
                List.of(),
                Next.MEASURE);
    }

    private Headline measured(TrialReport trial) {
        if (!trial.reference().equals(compared.reference().id())) {
            String other =
                    compared.snapshot()
                            .variant(trial.reference())
                            .map(Variant::name)
                            .orElse(trial.reference());
            return new Headline(
                    VerdictState.NOT_COMPARABLE,
                    Messages.text("compare.not-comparable.title"),
                    Messages.text(
                            "compare.not-comparable.detail",
                            Compared.fullName(compared.candidate()),
                            other,
                            compared.reference().name()),
                    List.of(),
                    Next.MEASURE);
        }
        Optional<String> other = trial.otherInterpreter(compared.snapshot().program());
        if (other.isPresent()) {
            return new Headline(
                    VerdictState.NOT_COMPARABLE,
                    Messages.text("compare.not-comparable.title"),
                    Messages.text(
                            "compare.other-interpreter",
                            other.get(),
                            compared.snapshot().program().interpreter().label()),
                    List.of(),
                    Next.MEASURE);
        }
        Headline known = judged(trial.result());
        if (!trial.input().equals(compared.snapshot().input())) {
            return new Headline(
                    VerdictState.STALE,
                    Messages.text("compare.stale.title"),
                    Messages.text(
                            "compare.stale.detail",
                            InputWords.of(trial.input()),
                            known.title(),
                            known.detail()),
                    known.tags(),
                    Next.MEASURE);
        }
        return known;
    }

    private Headline judged(TrialResult result) {
        int pairs = result.pairs().size();
        if (!result.complete()) {
            return new Headline(
                    VerdictState.CANCELLED,
                    Messages.counted("compare.cancelled.title", pairs),
                    pairs == 0
                            ? Messages.text("compare.cancelled.nothing")
                            : Messages.text("compare.cancelled.detail", range(result.pairs())),
                    tags(result),
                    Next.GO_ON);
        }
        VerdictState state = VerdictState.of(result.verdict());
        return switch (result.verdict()) {
            case Verdict.Faster(var estimate) -> claimed(state, "compare.faster", estimate, result);
            case Verdict.Slower(var estimate) -> claimed(state, "compare.slower", estimate, result);
            case Verdict.NoDifference(var estimate, double epsilon) ->
                    new Headline(
                            state,
                            Messages.text("compare.no-difference", percent(epsilon)),
                            ground(estimate, result),
                            tags(result),
                            Next.NOTHING);
            case Verdict.Undecided(var estimate, String reason) ->
                    new Headline(
                            state,
                            Messages.text("compare.undecided"),
                            estimate.interval() == null
                                    ? reason
                                    : reason + " " + ground(estimate, result) + ".",
                            tags(result),
                            Next.GO_ON);
            case Verdict.OutputChanged(var difference) ->
                    new Headline(
                            state,
                            Messages.text("compare.output-changed.title"),
                            difference.likelyReason().isEmpty()
                                    ? Messages.text(
                                            "compare.output-changed.detail", difference.where())
                                    : Messages.text(
                                            "compare.output-changed.reason",
                                            difference.where(),
                                            difference.likelyReason()),
                            tags(result),
                            Next.NOTHING);
            case Verdict.Failed(String reason) ->
                    new Headline(
                            state,
                            Messages.text("compare.failed"),
                            reason,
                            tags(result),
                            Next.MEASURE);
        };
    }

    private Headline claimed(
            VerdictState state, String key, Verdict.Estimate estimate, TrialResult result) {
        if (estimate.interval() == null) {
            return new Headline(
                    state,
                    Messages.text(key + ".refining", gate(estimate.gate())),
                    Messages.text("compare.refining.detail", Figures.count(result.pairs().size())),
                    tags(result),
                    Next.GO_ON);
        }
        return new Headline(
                state,
                Messages.text(key, estimate.ratio()),
                ground(estimate, result),
                tags(result),
                Next.NOTHING);
    }

    /// What a claim rests on: interval, times, pairs and output.
    private static String ground(Verdict.Estimate estimate, TrialResult result) {
        var parts = new ArrayList<String>();
        if (estimate.interval() != null) {
            parts.add(Messages.text("compare.interval", estimate.interval()));
        }
        if (!result.pairs().isEmpty()) {
            parts.add(
                    Messages.text(
                            "compare.times",
                            Compared.measure(result.measure()),
                            Compared.median(Compared.referenceSeconds(result.pairs())),
                            Compared.median(Compared.candidateSeconds(result.pairs()))));
        }
        parts.add(Messages.counted("compare.pairs", result.pairs().size()));
        if (result.inputsChecked() > 0) {
            parts.add(Messages.counted("compare.same-output", result.inputsChecked()));
        }
        return String.join(", ", parts);
    }

    private static List<String> tags(TrialResult result) {
        return List.of(
                Messages.text(
                        result.mode() == TrialResult.Mode.BRAID
                                ? "compare.tag.braid"
                                : "compare.tag.sequential"),
                Messages.text("compare.tag.took", result.took()));
    }

    private static String range(List<Pair> pairs) {
        double[] ratios =
                pairs.stream().mapToDouble(p -> Math.exp(p.logRatio())).sorted().toArray();
        return Figures.range(ratios[0], ratios[ratios.length - 1]) + "×";
    }

    /// 0.02 → "2 %": a limit that was set needs no further digits.
    private static String percent(double part) {
        return new BigDecimal(Double.toString(part))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    /// 1.3 → "1.3×".
    private static String gate(double bound) {
        return new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString() + "×";
    }
}
