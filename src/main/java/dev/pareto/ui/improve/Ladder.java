package dev.pareto.ui.improve;

import dev.pareto.advice.Suggestion;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.ForestMark;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.Improvement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the rungs of an improvement.
final class Ladder {
    private Ladder() {}

    /// Those that are done until now; what is lost without one is not known before the end.
    static List<Rung> of(List<Improvement.Step> steps) {
        return of(steps, List.of());
    }

    static List<Rung> of(Improvement done) {
        return of(done.steps(), done.losses());
    }

    private static List<Rung> of(List<Improvement.Step> steps, List<Improvement.Loss> losses) {
        List<Rung> rungs = new ArrayList<>();
        for (Improvement.Step step : steps) {
            rungs.add(
                    rung(
                            rungs.size() + 1,
                            step,
                            losses.stream()
                                    .filter(loss -> loss.variant().equals(step.variant()))
                                    .findFirst()));
        }
        return rungs;
    }

    private static Rung rung(int number, Improvement.Step step, Optional<Improvement.Loss> loss) {
        Suggestion suggestion = step.suggestion();
        TrialResult trial = step.trial().result();
        VerdictState state = VerdictState.of(trial.verdict());
        return new Rung(
                number,
                suggestion.title(),
                suggestion.file(),
                suggestion.line(),
                Messages.text("improve.where", suggestion.file(), suggestion.line()),
                Messages.text("improve.predicted", predicted(suggestion)),
                step.kept(),
                state,
                Messages.text(step.kept() ? "improve.kept" : "improve.dropped"),
                new Rung.Gain(step.reason(), mark(trial)),
                loss.map(l -> new Rung.Gain(l.words(), l.measured().map(Ladder::mark).orElse(null)))
                        .orElse(null),
                step.variant(),
                step.trial().reference());
    }

    static String predicted(Suggestion suggestion) {
        return suggestion.memory() == null
                ? suggestion.predicted().toString()
                : suggestion.memory().shown();
    }

    /// Only a ratio that the trial stands for has a mark.
    static @Nullable ForestMark mark(TrialResult trial) {
        VerdictState state = VerdictState.of(trial.verdict());
        return switch (trial.verdict()) {
            case Verdict.Faster(var e) -> new ForestMark(e.ratio(), e.interval(), state.tone());
            case Verdict.Slower(var e) -> new ForestMark(e.ratio(), e.interval(), state.tone());
            case Verdict.NoDifference(var e, _) ->
                    new ForestMark(e.ratio(), e.interval(), state.tone());
            case Verdict.Undecided(var e, _) ->
                    e.interval() == null
                            ? null
                            : new ForestMark(e.ratio(), e.interval(), state.tone());
            case Verdict.OutputChanged _, Verdict.Failed _ -> null;
        };
    }
}
