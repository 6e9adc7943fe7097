package dev.pareto.workbench;

import dev.pareto.profile.EngineKind;
import dev.pareto.profile.FunctionPlace;
import dev.pareto.profiler.ProfileProgress;
import dev.pareto.profiler.ProfileRequest;
import dev.pareto.profiler.Profiled;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspace;

import java.util.Optional;
import java.util.Set;

/// Profiles a variant.
final class Profiling {
    private final Tools tools;
    private final State state;
    private final Sources sources;
    private final Store store;

    Profiling(Tools tools, State state, Sources sources, Store store) {
        this.tools = tools;
        this.state = state;
        this.sources = sources;
        this.store = store;
    }

    /// @param engine empty for the best that works here
    ProfileReport profile(
            String variant, Optional<EngineKind> engine, StopSignal stop, ProfileProgress progress)
            throws ProblemException, InterruptedException {
        return profile(variant, engine, Set.of(), stop, progress);
    }

    /// @param picked functions for an engine of lines
    ProfileReport profile(
            String variant,
            Optional<EngineKind> engine,
            Set<FunctionPlace> picked,
            StopSignal stop,
            ProfileProgress progress)
            throws ProblemException, InterruptedException {
        Snapshot now = state.snapshot();
        ProfileReport report;
        try (var _ = tools.turn();
                Workspace workspace =
                        tools.workspace(now.program(), sources.prepared(variant), state.copy())) {
            ProfileRequest request =
                    new ProfileRequest(
                            workspace,
                            now.input(),
                            state.limits(),
                            tools.launcher(now.program().interpreter()),
                            picked);
            report = report(variant, now, profiled(engine, request, stop, progress), workspace);
        }
        if (showsSomething(report)) {
            state.update(snapshot -> snapshot.with(report));
            store.save(report, sources.code().hash());
        }
        return report;
    }

    private Profiled profiled(
            Optional<EngineKind> engine,
            ProfileRequest request,
            StopSignal stop,
            ProfileProgress progress)
            throws ProblemException, InterruptedException {
        if (engine.isEmpty()) {
            return tools.engines().automatic(request, stop, progress);
        }
        try {
            return tools.engines().engine(engine.get()).profile(request, stop, progress);
        } catch (IllegalArgumentException e) {
            throw Problems.missing(
                    "There is no engine %s here.".formatted(engine.get().id()),
                    "Results of it can be opened, but not made.",
                    "Leave the choice to Pareto (--engine auto).");
        }
    }

    private static ProfileReport report(
            String variant, Snapshot now, Profiled profiled, Workspace workspace)
            throws ProblemException {
        return switch (profiled) {
            case Profiled.Done(var profile, var ended, var files) ->
                    new ProfileReport(
                            variant,
                            now.input(),
                            profile,
                            ended,
                            Endings.summary(ended, workspace.root()),
                            files,
                            Store.now());
            case Profiled.Unavailable(String reason) ->
                    throw Problems.missing(
                            reason,
                            "The program was not profiled.",
                            "Choose another engine, or see pareto doctor.");
        };
    }

    /// A run that was stopped at once must not take the place of a profile that says something.
    private static boolean showsSomething(ProfileReport report) {
        return report.profile().complete()
                || report.profile().samples() > 0
                || !report.profile().lines().isEmpty()
                || !report.profile().functions().isEmpty();
    }
}
