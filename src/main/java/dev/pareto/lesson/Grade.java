package dev.pareto.lesson;

import dev.pareto.trial.Verdict;
import dev.pareto.trial.Verdict.Estimate;

import org.jspecify.annotations.Nullable;

/// How a learner's change did, relative to the reference solution on the same machine.
///
/// @param reached part of the reference's gain, ln(before/learner) ÷ ln(before/reference); 0 where
///   nothing was gained
/// @param needed to pass
/// @param sentence for the learner: which part failed, or what was reached
public record Grade(Outcome outcome, double reached, double needed, String sentence) {
    /// Fixed thresholds do not travel between machines; this part of the reference's gain does.
    public static final double NEEDED = 0.7;

    /// What came of it.
    public enum Outcome {
        PASSED,
        /// Same output, but not faster, or not enough.
        NOT_ENOUGH,
        OUTPUT_CHANGED,
        /// It failed, or could not be run.
        FAILED,
        /// Too busy to judge.
        UNDECIDED,
        /// The reference gains nothing on this machine, so nothing is graded.
        NO_GAIN_HERE
    }

    /// Grades by two trials, each against the lesson's own program.
    ///
    /// @param reference null where the learner's verdict alone decides
    public static Grade of(Verdict learner, @Nullable Verdict reference) {
        return switch (learner) {
            case Verdict.OutputChanged(var difference) ->
                    none(
                            Outcome.OUTPUT_CHANGED,
                            "It prints something else (%s). Speed counts only for the same output."
                                    .formatted(difference.where()));
            case Verdict.Failed(String reason) -> none(Outcome.FAILED, reason);
            case Verdict.Slower _ -> none(Outcome.NOT_ENOUGH, "It is slower than before.");
            case Verdict.NoDifference _ -> none(Outcome.NOT_ENOUGH, "It takes as long as before.");
            case Verdict.Undecided(_, String reason) -> none(Outcome.UNDECIDED, reason);
            case Verdict.Faster(Estimate estimate) -> faster(estimate, reference);
        };
    }

    /// Whether a trial of the reference is needed to grade this.
    public static boolean needsReference(Verdict learner) {
        return learner instanceof Verdict.Faster;
    }

    private static Grade faster(Estimate learner, @Nullable Verdict reference) {
        if (!(reference instanceof Verdict.Faster(Estimate best))) {
            return none(
                    Outcome.NO_GAIN_HERE,
                    "It is %s faster, but the reference solution shows no gain on this machine, so"
                                    .formatted(learner.ratio())
                            + " it is not graded.");
        }
        double reached = Math.log(learner.ratio().value()) / Math.log(best.ratio().value());
        boolean passed = reached >= NEEDED;
        return new Grade(
                passed ? Outcome.PASSED : Outcome.NOT_ENOUGH,
                reached,
                NEEDED,
                "It is %s faster; the reference is %s faster. That is %.0f %% of its gain; %.0f %% are needed."
                        .formatted(learner.ratio(), best.ratio(), reached * 100, NEEDED * 100));
    }

    private static Grade none(Outcome outcome, String sentence) {
        return new Grade(outcome, 0, NEEDED, sentence);
    }
}
