package dev.pareto.workbench;

import dev.pareto.advice.Suggestion;
import dev.pareto.profiler.ProfileProgress;
import dev.pareto.program.Variant;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialProgress;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.TrialRules;
import dev.pareto.trial.Verdict;
import dev.pareto.workbench.ImproveProgress.Now;
import dev.pareto.workbench.ImproveProgress.Phase;
import dev.pareto.workbench.Improvement.End;
import dev.pareto.workbench.Improvement.Loss;
import dev.pareto.workbench.Improvement.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tries suggestions one at a time, best predicted first. What wins its trial with the same output
/// is kept, and advice is sought again for what then is best; at last all of it is confirmed
/// against the start, on fresh pairs, since of several winners the luckiest looks best; and against
/// itself without each step, since a step may have become needless by a later one.
final class Improving {
    /// A trial gets at least this, or it could hardly decide anything.
    private static final double LEAST_SECONDS = 3;

    /// This part of the budget is left for the confirmation, and for undoing each step.
    private static final double RESERVE = 0.3;

    private final Tools tools;
    private final Variants variants;
    private final Profiling profiling;
    private final Advising advising;
    private final Trying trying;
    private final Sources sources;

    Improving(
            Tools tools,
            Variants variants,
            Profiling profiling,
            Advising advising,
            Trying trying,
            Sources sources) {
        this.tools = tools;
        this.variants = variants;
        this.profiling = profiling;
        this.advising = advising;
        this.trying = trying;
        this.sources = sources;
    }

    Improvement improve(String start, ImproveRules rules, StopSignal stop, ImproveProgress progress)
            throws ProblemException, InterruptedException {
        try (var _ = tools.turn()) {
            return new Course(start, rules, stop, progress).run();
        }
    }

    /// One call.
    private final class Course {
        private final String start;
        private final ImproveRules rules;
        private final StopSignal stop;
        private final ImproveProgress progress;
        private final long began = System.nanoTime();
        private final List<Step> steps = new ArrayList<>();
        private final Set<String> tried = new HashSet<>();
        private String best;
        private double gained = 1;

        Course(String start, ImproveRules rules, StopSignal stop, ImproveProgress progress) {
            this.start = start;
            this.rules = rules;
            this.stop = stop;
            this.progress = progress;
            best = start;
        }

        Improvement run() throws ProblemException, InterruptedException {
            List<Suggestion> open = advice();
            Optional<End> end = end(open.isEmpty());
            while (end.isEmpty()) {
                Optional<Step> step = attempt(open.getFirst(), open.size());
                open = open.subList(1, open.size());
                end = end(false);
                if (end.isEmpty() && step.filter(Step::kept).isPresent()) {
                    try {
                        open = advice();
                    } catch (ProblemException _) {
                        // What was kept until here is worth its confirmation all the same.
                        return finish(End.NOT_ADVISED);
                    }
                }
                if (end.isEmpty()) {
                    end = end(open.isEmpty());
                }
            }
            return finish(end.get());
        }

        /// @param nothingLeft whether all suggestions for what is best now were tried
        private Optional<End> end(boolean nothingLeft) {
            if (stop.isRequested()) {
                return Optional.of(End.STOPPED);
            }
            if (rules.target() != null && gained >= rules.target().value()) {
                return Optional.of(End.TARGET_REACHED);
            }
            if (nothingLeft) {
                return Optional.of(End.NOTHING_LEFT);
            }
            if (steps.size() >= rules.most()) {
                return Optional.of(End.ENOUGH_TRIED);
            }
            return left() < RESERVE * rules.budget().seconds()
                    ? Optional.of(End.BUDGET_SPENT)
                    : Optional.empty();
        }

        private double left() {
            return rules.budget().seconds() - (System.nanoTime() - began) / 1e9;
        }

        /// For what is best now, without what was tried before; empty once stopped.
        private List<Suggestion> advice() throws ProblemException, InterruptedException {
            tell(Phase.PROFILING, null);
            ProfileReport report =
                    profiling.profile(best, Optional.empty(), stop, ProfileProgress.NONE);
            if (stop.isRequested()) {
                return List.of();
            }
            Optional<RunSummary> failed = report.ending().filter(ending -> !ending.succeeded());
            if (failed.isPresent()) {
                throw unfinished(failed.get());
            }
            tell(Phase.ADVISING, null);
            return advising.advise(best, stop, _ -> {}).suggestions().stream()
                    .filter(one -> !tried.contains(one.id()))
                    // Without the package it would fail.
                    .filter(one -> one.missing().isEmpty())
                    .toList();
        }

        private void tell(Phase phase, @Nullable Suggestion suggestion) {
            progress.at(new Now(phase, steps, suggestion, null));
        }

        /// Empty when it was stopped.
        ///
        /// @param open how many share the time that is left, this one included
        private Optional<Step> attempt(Suggestion suggestion, int open)
                throws ProblemException, InterruptedException {
            tried.add(suggestion.id());
            tell(Phase.TRYING, suggestion);
            Variant variant = variants.apply(best, suggestion);
            TrialReport report =
                    trying.trial(
                            best,
                            variant.id(),
                            within(left() / (open + 1)),
                            stop,
                            told(Phase.TRYING, suggestion));
            if (!report.result().complete()) {
                return Optional.empty();
            }
            Decision decision = Decision.of(suggestion, report.result());
            Step step =
                    new Step(suggestion, variant.id(), report, decision.kept(), decision.reason());
            steps.add(step);
            if (step.kept()) {
                best = variant.id();
                gained *= gain(step);
            }
            return Optional.of(step);
        }

        private TrialRules within(double seconds) {
            double usual = TrialRules.DEFAULT.budget().seconds();
            return TrialRules.DEFAULT.within(
                    new WallTime(Math.clamp(seconds, LEAST_SECONDS, usual)));
        }

        private TrialProgress told(Phase phase, @Nullable Suggestion suggestion) {
            return new TrialProgress() {
                @Override
                public void at(TrialProgress.Phase part, TrialResult soFar, int nextLook) {
                    progress.at(new Now(phase, steps, suggestion, soFar));
                }

                @Override
                public void reached(String reach) {
                    progress.reached(reach);
                }
            };
        }

        private static double gain(Step step) {
            return step.trial().result().verdict() instanceof Verdict.Faster(var estimate)
                    ? estimate.ratio().value()
                    : 1;
        }

        private Improvement finish(End end) throws ProblemException, InterruptedException {
            if (end == End.STOPPED || best.equals(start)) {
                return new Improvement(start, best, steps, null, List.of(), end);
            }
            tell(Phase.CONFIRMING, null);
            TrialReport report =
                    trying.trial(
                            start, best, within(left() / 2), stop, told(Phase.CONFIRMING, null));
            return report.result().complete()
                    ? new Improvement(start, best, steps, report, losses(report), end)
                    : new Improvement(start, best, steps, null, List.of(), End.STOPPED);
        }

        private List<Loss> losses(TrialReport confirmation)
                throws ProblemException, InterruptedException {
            List<Step> kept = steps.stream().filter(Step::kept).toList();
            if (kept.size() == 1) {
                // Without the only step there is the start: that was just measured.
                return List.of(loss(kept.getFirst(), confirmation.result()));
            }
            List<Loss> losses = new ArrayList<>();
            for (Step step : kept) {
                Optional<Loss> loss = lossWithout(step, kept.size() - losses.size());
                if (loss.isEmpty()) {
                    break;
                }
                losses.add(loss.get());
            }
            return losses;
        }

        /// Empty when it was stopped, or no time is left.
        ///
        /// @param open how many share the time that is left, this one included
        private Optional<Loss> lossWithout(Step step, int open)
                throws ProblemException, InterruptedException {
            if (stop.isRequested() || left() <= 0) {
                return Optional.empty();
            }
            tell(Phase.UNDOING, step.suggestion());
            Variant whole = sources.variant(best);
            Optional<Variant> without =
                    new WithoutStep(sources)
                            .of(
                                    sources.variant(step.trial().reference()),
                                    sources.variant(step.variant()),
                                    whole);
            if (without.isEmpty()) {
                return Optional.of(
                        new Loss(
                                step.variant(),
                                null,
                                "it cannot be undone alone: a later step changed the same lines"));
            }
            TrialResult trial =
                    trying.aside(
                            without.get(),
                            whole,
                            within(left() / open),
                            stop,
                            told(Phase.UNDOING, step.suggestion()));
            return trial.complete() ? Optional.of(loss(step, trial)) : Optional.empty();
        }

        private static Loss loss(Step step, TrialResult trial) {
            return new Loss(step.variant(), trial, Decision.lost(step.suggestion(), trial));
        }
    }

    private static ProblemException unfinished(RunSummary ending) {
        return ending.kind() == RunSummary.Kind.NOT_WATCHED
                ? Problems.missing(ending.what(), ending.meaning(), ending.remedy())
                : Problems.program(ending.what(), ending.meaning(), ending.remedy(), "");
    }
}
