package dev.pareto.workbench;

import dev.pareto.advice.Advice;
import dev.pareto.advice.AdvicePlan;
import dev.pareto.advice.Advisor;
import dev.pareto.advice.Suggestion;
import dev.pareto.profile.Observations;
import dev.pareto.profiler.Observed;
import dev.pareto.profiler.ProfileRequest;
import dev.pareto.program.Variant;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspace;

import java.util.function.Consumer;

/// Looks for advice: rules read the profiled source, a run with probes answers what they ask, and
/// they judge.
final class Advising {
    private final Tools tools;
    private final State state;
    private final Sources sources;
    private final Store store;

    Advising(Tools tools, State state, Sources sources, Store store) {
        this.tools = tools;
        this.state = state;
        this.sources = sources;
        this.store = store;
    }

    Advice advise(String id, StopSignal stop, Consumer<AdvicePhase> progress)
            throws ProblemException, InterruptedException {
        Advice advice;
        try (var _ = tools.turn()) {
            Variant prepared = sources.prepared(id);
            ProfileReport report = profile(id);
            Snapshot now = state.snapshot();
            Advisor advisor =
                    new Advisor(
                            tools.analyser(now.program().interpreter()),
                            tools.packages(now.program().interpreter()));
            progress.accept(AdvicePhase.READING);
            AdvicePlan plan = advisor.plan(sources.texts(sources.variant(id)), report.profile());
            Observations seen = Observations.NONE;
            if (!plan.questions().isEmpty()) {
                progress.accept(AdvicePhase.OBSERVING);
                seen = observe(now, prepared, report, plan, stop);
            }
            progress.accept(AdvicePhase.JUDGING);
            advice = advisor.advise(plan, seen);
        }
        Advice found = advice;
        state.update(snapshot -> snapshot.with(id, found));
        store.save(id, found, sources.code().hash(), Store.now());
        return found;
    }

    private ProfileReport profile(String id) throws ProblemException {
        return state.snapshot()
                .profile(id)
                .orElseThrow(
                        () ->
                                Problems.usage(
                                        "There is no profile of this variant as it is now.",
                                        "Advice rests on where the time goes.",
                                        "Profile it first.",
                                        ""));
    }

    private Observations observe(
            Snapshot now, Variant prepared, ProfileReport report, AdvicePlan plan, StopSignal stop)
            throws ProblemException, InterruptedException {
        try (Workspace workspace = tools.workspace(now.program(), prepared, state.copy())) {
            ProfileRequest request =
                    new ProfileRequest(
                            workspace,
                            report.input(),
                            state.limits(),
                            tools.launcher(now.program().interpreter()));
            return switch (tools.evidence().observe(request, plan.questions(), stop)) {
                case Observed.Done(var observations, _) -> observations;
                case Observed.Unavailable(String reason) ->
                        throw Problems.missing(
                                reason,
                                "Advice without evidence is not given.",
                                "See pareto doctor for what works here.");
            };
        }
    }

    Suggestion suggestion(String variant, String id) throws ProblemException {
        return state.snapshot()
                .adviceFor(variant)
                .flatMap(a -> a.suggestions().stream().filter(s -> s.id().equals(id)).findFirst())
                .orElseThrow(
                        () ->
                                Problems.usage(
                                        "There is no suggestion %s for the source as it is now."
                                                .formatted(id),
                                        "Advice belongs to the exact source that it was given"
                                                + " for.",
                                        "Ask for advice again, and take an id from there.",
                                        ""));
    }
}
