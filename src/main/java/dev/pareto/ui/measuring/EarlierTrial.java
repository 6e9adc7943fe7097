package dev.pareto.ui.measuring;

import dev.pareto.program.Variant;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Snapshot;

import java.util.List;

/// A trial of another variant, to be looked at meanwhile.
///
/// @param id of its candidate; @param word of its chip; @param sentence what came of it
record EarlierTrial(String id, String name, VerdictState state, String word, String sentence) {
    /// All but that of the variant which is measured now.
    static List<EarlierTrial> of(Snapshot snapshot, String measured) {
        return snapshot.variants().stream()
                .filter(v -> !v.id().equals(measured))
                .flatMap(v -> snapshot.trial(v.id()).map(t -> of(v, t.result())).stream())
                .toList();
    }

    private static EarlierTrial of(Variant variant, TrialResult result) {
        VerdictState state =
                result.complete() ? VerdictState.of(result.verdict()) : VerdictState.CANCELLED;
        return new EarlierTrial(
                variant.id(),
                variant.name(),
                state,
                Messages.text("verdict." + state.words().replace(' ', '-')),
                result.complete()
                        ? sentence(result.verdict())
                        : Messages.counted("measuring.stopped", result.pairs().size()));
    }

    private static String sentence(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster(var estimate) -> claim(estimate);
            case Verdict.Slower(var estimate) -> claim(estimate);
            case Verdict.NoDifference(var estimate, _) -> claim(estimate);
            case Verdict.Undecided(_, String reason) -> reason;
            case Verdict.OutputChanged(var difference) -> difference.where();
            case Verdict.Failed(String reason) -> reason;
        };
    }

    private static String claim(Verdict.Estimate estimate) {
        return estimate.interval() == null
                ? Messages.text("measuring.so-far", estimate.ratio())
                : Messages.text("measuring.claim", estimate.ratio(), estimate.interval());
    }
}
