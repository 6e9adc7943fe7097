package dev.pareto.ui.compare;

import dev.pareto.advice.Suggestion;
import dev.pareto.program.Variant;
import dev.pareto.quantity.Ratio;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.ForestMark;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.TrialReport;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a trial beside the others, and beside what was predicted.
final class Overview {
    private final Compared compared;
    private final TrialReport trial;

    Overview(Compared compared, TrialReport trial) {
        this.compared = compared;
        this.trial = trial;
    }

    /// All variants that may be ranked with this trial, the reference first.
    List<ForestRow> forest() {
        var facts = new FactsBuilder(compared, trial);
        var rows = new ArrayList<ForestRow>();
        rows.add(
                new ForestRow(
                        compared.reference().id(),
                        "",
                        compared.reference().name(),
                        ForestMark.REFERENCE,
                        true));
        for (Variant variant : compared.snapshot().variants()) {
            compared.snapshot()
                    .trial(variant.id())
                    .filter(facts::isComparable)
                    .flatMap(t -> mark(t.result().verdict(), t.result().complete()))
                    .ifPresent(mark -> rows.add(row(variant, mark)));
        }
        return rows;
    }

    /// How many other measured variants are not among them.
    int leftOut(List<ForestRow> shown) {
        return (int)
                compared.snapshot().trials().keySet().stream()
                        .filter(id -> shown.stream().noneMatch(r -> r.id().equals(id)))
                        .count();
    }

    private ForestRow row(Variant variant, ForestMark mark) {
        return new ForestRow(
                variant.id(),
                variant.id(),
                variant.name(),
                mark,
                variant.id().equals(compared.candidate().id()));
    }

    private static Optional<ForestMark> mark(Verdict verdict, boolean complete) {
        return complete
                ? Compared.estimate(verdict)
                        .map(
                                e ->
                                        new ForestMark(
                                                e.ratio(),
                                                e.interval(),
                                                VerdictState.of(verdict).tone()))
                : Optional.empty();
    }

    /// What the advice promised that the candidate was made by; empty for a variant by hand.
    Optional<Prediction> prediction() {
        return compared.snapshot().advice().values().stream()
                .flatMap(a -> a.suggestions().stream())
                .filter(s -> s.changes().equals(compared.candidate().changes()))
                // One about memory promised nothing about the time that is compared here.
                .filter(s -> s.memory() == null)
                .findFirst()
                .map(this::prediction);
    }

    private Prediction prediction(Suggestion advice) {
        @Nullable Ratio measured =
                trial.result().complete()
                        ? Compared.estimate(trial.result().verdict())
                                .map(Verdict.Estimate::ratio)
                                .orElse(null)
                        : null;
        return new Prediction(
                advice.title(),
                advice.predicted(),
                advice.limit(),
                measured,
                sentence(advice, measured));
    }

    private static String sentence(Suggestion advice, @Nullable Ratio measured) {
        if (measured == null) {
            return Messages.text("compare.prediction.open", advice.predicted());
        }
        String key =
                advice.predicted().contains(measured.value())
                        ? "compare.prediction.in"
                        : measured.compareTo(advice.predicted().low()) < 0
                                ? "compare.prediction.below"
                                : "compare.prediction.above";
        return Messages.text(key, advice.predicted(), measured);
    }
}
