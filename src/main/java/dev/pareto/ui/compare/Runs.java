package dev.pareto.ui.compare;

import dev.pareto.program.Variant;
import dev.pareto.quantity.Figures;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.control.VerdictState;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Every pair of a trial.
///
/// @param estimate null where no speed is claimed; @param tone of the ratios
record Runs(
        Variant reference,
        Variant candidate,
        TrialResult.Measure measure,
        List<Pair> pairs,
        Verdict.@Nullable Estimate estimate,
        Tone tone) {
    static Runs of(Compared compared, TrialResult result) {
        return new Runs(
                compared.reference(),
                compared.candidate(),
                result.measure(),
                result.pairs(),
                result.complete() ? Compared.estimate(result.verdict()).orElse(null) : null,
                VerdictState.of(result.verdict()).tone());
    }

    double[] ratios() {
        return pairs.stream().mapToDouble(p -> Math.exp(p.logRatio())).toArray();
    }

    /// "11.0×, 99 % 10.8–11.4×", or the range of the pairs.
    String ratioWords() {
        if (estimate == null || estimate.interval() == null) {
            double[] sorted = ratios();
            java.util.Arrays.sort(sorted);
            return Figures.range(sorted[0], sorted[sorted.length - 1]) + "×";
        }
        return estimate.ratio() + ", 99 % " + estimate.interval();
    }
}
