package dev.pareto.ui.measuring;

import dev.pareto.trial.Pair;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.Tone;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Every pair as it ended, and those to come until the next look.
///
/// @param reference and candidate: short names
/// @param slots how many pairs there is room for
/// @param nextLook where the test looks next; 0 when it does not yet, or no more
/// @param estimate null before the first pair
/// @param stopped whether the trial was stopped
/// @param tone of what is claimed so far
record PairsPicture(
        String reference,
        String candidate,
        List<Pair> pairs,
        int slots,
        int nextLook,
        Verdict.@Nullable Estimate estimate,
        boolean stopped,
        Tone tone) {
    static final PairsPicture NONE =
            new PairsPicture("", "", List.of(), 11, 0, null, false, Tone.NEUTRAL);

    PairsPicture {
        pairs = List.copyOf(pairs);
    }

    double[] ratios() {
        return pairs.stream().mapToDouble(p -> Math.exp(p.logRatio())).toArray();
    }
}
