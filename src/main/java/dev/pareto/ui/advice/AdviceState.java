package dev.pareto.ui.advice;

import dev.pareto.advice.Refusal;
import dev.pareto.workbench.Problem;

import java.util.List;

/// What the panel shows.
sealed interface AdviceState {
    /// Advice rests on a profile, and there is none.
    record NoProfile() implements AdviceState {}

    /// There is a profile, but nobody has asked for advice.
    record NotAsked() implements AdviceState {}

    /// The program runs with probes.
    ///
    /// @param part done, 0 to 1; negative while unknown
    record Looking(String phase, double part) implements AdviceState {}

    /// It did not work.
    record Failed(Problem problem) implements AdviceState {}

    /// The advice: by seconds saved, most first.
    ///
    /// @param small gains of less than 1.2×; @param dismissed how many are hidden
    /// @param cost of trying all of them, in words; empty where there is nothing to try
    /// @param stale a sentence where the advice is for another input, else empty
    record Found(
            List<AdviceCard> cards,
            List<AdviceCard> small,
            List<Refusal> refused,
            int dismissed,
            String cost,
            String stale)
            implements AdviceState {
        public Found {
            cards = List.copyOf(cards);
            small = List.copyOf(small);
            refused = List.copyOf(refused);
        }

        boolean isEmpty() {
            return cards.isEmpty() && small.isEmpty() && dismissed == 0;
        }
    }
}
