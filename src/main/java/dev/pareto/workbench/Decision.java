package dev.pareto.workbench;

import dev.pareto.advice.Suggestion;
import dev.pareto.quantity.Figures;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.TrialRules;
import dev.pareto.trial.Verdict;
import dev.pareto.trial.Verdict.Estimate;

/// Whether a change is kept after its trial, and why.
///
/// @param reason without a full stop
record Decision(boolean kept, String reason) {
    static Decision of(Suggestion suggestion, TrialResult trial) {
        if (suggestion.memory() != null && isLeaner(trial)) {
            return new Decision(
                    true,
                    "peak memory %s → %s, no slower, %s"
                            .formatted(
                                    trial.memory().baseline(),
                                    trial.memory().candidate(),
                                    sameOutput(trial)));
        }
        return new Decision(isFaster(trial), reason(suggestion, trial));
    }

    static boolean isFaster(TrialResult trial) {
        return trial.complete() && trial.verdict() instanceof Verdict.Faster;
    }

    /// Whether the peak is claimed to be lower, and being slower is excluded.
    static boolean isLeaner(TrialResult trial) {
        var memory = trial.memory().ratio();
        return trial.complete()
                && memory != null
                && memory.low().value() > 1
                && switch (trial.verdict()) {
                    case Verdict.Faster _, Verdict.NoDifference _ -> true;
                    case Verdict.Undecided(Estimate estimate, _) -> excludesSlower(estimate);
                    case Verdict.Slower _, Verdict.OutputChanged _, Verdict.Failed _ -> false;
                };
    }

    private static boolean excludesSlower(Estimate estimate) {
        return estimate.interval() != null
                && estimate.interval().low().value() > 1 - TrialRules.DEFAULT.epsilon();
    }

    private static String reason(Suggestion suggestion, TrialResult trial) {
        String text = time(trial);
        return suggestion.memory() == null
                ? text
                : switch (trial.verdict()) {
                    case Verdict.Slower _, Verdict.NoDifference _, Verdict.Undecided _ ->
                            "peak memory %s → %s: a lower peak at no loss of time is not proved (%s)"
                                    .formatted(
                                            trial.memory().baseline(),
                                            trial.memory().candidate(),
                                            text);
                    case Verdict.Faster _, Verdict.OutputChanged _, Verdict.Failed _ -> text;
                };
    }

    /// What is lost without a step.
    ///
    /// @param trial of the whole against the whole without it
    static String lost(Suggestion suggestion, TrialResult trial) {
        if (suggestion.memory() != null && trial.memory().ratio() != null) {
            return "without it the peak memory is %s instead of %s"
                    .formatted(trial.memory().baseline(), trial.memory().candidate());
        }
        return switch (trial.verdict()) {
            case Verdict.Faster(Estimate e) ->
                    "without it the program takes %s the time%s".formatted(factor(e), interval(e));
            case Verdict.Slower(Estimate e) ->
                    "without it the program is %s faster%s"
                            .formatted(
                                    Figures.ratio(1 / e.ratio().value()),
                                    e.interval() == null ? "" : ", by this one trial");
            case Verdict.NoDifference _, Verdict.Undecided _ ->
                    "without it nothing is lost: " + time(trial);
            case Verdict.OutputChanged _, Verdict.Failed _ ->
                    "it cannot be undone alone: " + time(trial);
        };
    }

    private static String interval(Estimate estimate) {
        return estimate.interval() == null
                ? ""
                : " (99 %% interval %s)".formatted(estimate.interval());
    }

    private static String time(TrialResult trial) {
        return switch (trial.verdict()) {
            case Verdict.Faster(Estimate e) ->
                    "%s faster, %s".formatted(factor(e), sameOutput(trial));
            case Verdict.Slower(Estimate e) ->
                    "slower: it takes %s the time".formatted(Figures.ratio(1 / e.ratio().value()));
            case Verdict.NoDifference(_, double epsilon) ->
                    "no difference of %s or more".formatted(Figures.percent(epsilon));
            case Verdict.Undecided(_, String reason) -> "undecided: " + plain(reason);
            case Verdict.OutputChanged(var difference) ->
                    "the output changed, %s: “%s” before, “%s” after"
                            .formatted(
                                    difference.where(),
                                    difference.baseline().strip(),
                                    difference.candidate().strip());
            case Verdict.Failed(String reason) -> "could not be judged: " + plain(reason);
        };
    }

    private static String factor(Estimate estimate) {
        return estimate.interval() == null && estimate.gate() > 1
                ? "at least " + Figures.ratio(estimate.gate())
                : estimate.ratio().toString();
    }

    private static String sameOutput(TrialResult trial) {
        return trial.inputsChecked() == 1
                ? "same output on 1 input"
                : "same output on " + trial.inputsChecked() + " inputs";
    }

    private static String plain(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
