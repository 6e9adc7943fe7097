package dev.pareto.workbench;

import dev.pareto.advice.Advice;
import dev.pareto.advice.Suggestion;
import dev.pareto.program.Input;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialRules;

import java.util.List;
import java.util.Optional;

/// What improving a program will take, said before it starts: as if every suggestion gained what is
/// predicted, and every trial ended at its first look.
///
/// @param suggestions how many there are to try
/// @param runs of the program; more where a trial does not settle at its first look
/// @param likely how long, never more than `most`
/// @param most the budget
public record ImproveOutlook(int suggestions, int runs, WallTime likely, WallTime most) {
    /// Pairs until the first look of a trial.
    private static final int PAIRS = 11;

    /// Copies, byte code and interpreters, for each trial and each profile.
    private static final double AROUND = 1.2;

    /// A quarter and a half of the size, on which outputs are compared.
    private static final double SMALLER = 0.75;

    /// Empty where there is no advice for the variant yet.
    public static Optional<ImproveOutlook> of(Snapshot now, String variant, ImproveRules rules) {
        Optional<Advice> advice = now.adviceFor(variant);
        Optional<ProfileReport> profile = now.profile(variant);
        if (advice.isEmpty() || profile.isEmpty()) {
            return Optional.empty();
        }
        List<Suggestion> tried = advice.get().suggestions().stream().limit(rules.most()).toList();
        return Optional.of(
                new Course(profile.get().profile().wall().seconds(), now.input())
                        .outlook(tried, rules.budget()));
    }

    /// Adds up the work.
    private static final class Course {
        private final double start;
        private final int others;
        private int runs;
        private double seconds;

        Course(double start, Input input) {
            this.start = start;
            others = CheckedInputs.of(input, List.of()).size();
        }

        ImproveOutlook outlook(List<Suggestion> tried, WallTime most) {
            double best = start;
            for (Suggestion suggestion : tried) {
                profile(best);
                double faster = best / gain(suggestion);
                trial(best, faster);
                best = faster;
            }
            if (!tried.isEmpty()) {
                profile(best);
                trial(start, best);
            }
            if (tried.size() > 1) {
                for (Suggestion suggestion : tried) {
                    trial(best * gain(suggestion), best);
                }
            }
            return new ImproveOutlook(
                    tried.size(), runs, new WallTime(Math.min(seconds, most.seconds())), most);
        }

        /// One run that is sampled, one with probes.
        private void profile(double time) {
            runs += 2;
            seconds += 2 * time + AROUND;
        }

        /// A run of each, pairs, and the outputs on further inputs.
        private void trial(double reference, double candidate) {
            runs += 2 * (1 + PAIRS + others);
            double pairs = 1 + PAIRS + others * SMALLER;
            double needed = pairs * (reference + candidate) + AROUND;
            seconds += Math.min(needed, TrialRules.DEFAULT.budget().seconds());
        }

        /// The middle of what is predicted, on the scale of ratios.
        private static double gain(Suggestion suggestion) {
            var predicted = suggestion.predicted();
            return suggestion.memory() != null
                    ? 1
                    : Math.sqrt(predicted.low().value() * predicted.high().value());
        }
    }
}
