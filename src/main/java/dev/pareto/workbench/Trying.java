package dev.pareto.workbench;

import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.python.StopSignal;
import dev.pareto.trial.TrialProgress;
import dev.pareto.trial.TrialRequest;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.TrialRules;
import dev.pareto.trial.Trials;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Holds trials of variants.
final class Trying {
    private final Tools tools;
    private final State state;
    private final Sources sources;
    private final Store store;
    private final Predictions predictions;
    private final AtomicInteger verdicts = new AtomicInteger();
    private volatile List<Long> sizes = List.of();

    Trying(Tools tools, State state, Sources sources, Store store, Predictions predictions) {
        this.tools = tools;
        this.state = state;
        this.sources = sources;
        this.store = store;
        this.predictions = predictions;
    }

    TrialReport trial(
            String reference,
            String candidate,
            TrialRules rules,
            StopSignal stop,
            TrialProgress progress)
            throws ProblemException, InterruptedException {
        try (var _ = tools.turn()) {
            TrialRequest request = request(state.snapshot(), reference, candidate, rules);
            return report(reference, candidate, request, trials().hold(request, stop, progress));
        }
    }

    /// One more budget for the newest trial of a candidate.
    TrialReport goOn(String candidate, TrialRules rules, StopSignal stop, TrialProgress progress)
            throws ProblemException, InterruptedException {
        TrialReport before =
                state.snapshot()
                        .trial(candidate)
                        .orElseThrow(
                                () -> new IllegalArgumentException("No trial of " + candidate));
        try (var _ = tools.turn()) {
            Snapshot now = state.snapshot().with(before.input());
            TrialRequest request = request(now, before.reference(), candidate, rules);
            // The folder may have changed meanwhile, or the interpreter, or the machine runs on its
            // battery now. Then the pairs of before do not count any more.
            boolean counts =
                    state.snapshot().trial(candidate).isPresent()
                            && Conditions.comparable(
                                    before.environment(),
                                    Conditions.of(
                                            now.program(), before.input(), before.result().mode()));
            TrialResult result =
                    counts
                            ? trials().goOn(request, before.result(), stop, progress)
                            : trials().hold(request, stop, progress);
            return report(before.reference(), candidate, request, result);
        }
    }

    /// A trial that is shown and kept nowhere, of variants that may be in no table.
    TrialResult aside(
            Variant reference,
            Variant candidate,
            TrialRules rules,
            StopSignal stop,
            TrialProgress progress)
            throws ProblemException, InterruptedException {
        try (var _ = tools.turn()) {
            SourceFiles disk = sources.refresh();
            Snapshot now = state.snapshot();
            TrialRequest request =
                    new TrialRequest(
                            now.program(),
                            sources.over(disk, reference),
                            sources.over(disk, candidate),
                            now.input(),
                            CheckedInputs.of(now.input(), sizes),
                            state.limits(),
                            rules);
            return trials().hold(request, stop, progress);
        }
    }

    private Trials trials() {
        return tools.trials(state.snapshot().program().interpreter(), state.copy());
    }

    private TrialRequest request(Snapshot now, String reference, String candidate, TrialRules rules)
            throws ProblemException {
        return new TrialRequest(
                now.program(),
                sources.prepared(reference),
                sources.prepared(candidate),
                now.input(),
                CheckedInputs.of(now.input(), sizes),
                state.limits(),
                rules);
    }

    private TrialReport report(
            String reference, String candidate, TrialRequest request, TrialResult result)
            throws ProblemException {
        Program program = request.program();
        TrialReport report =
                new TrialReport(
                        reference,
                        candidate,
                        request.input(),
                        result,
                        Store.now(),
                        Conditions.of(program, request.input(), result.mode()));
        if (result.complete()) {
            verdicts.incrementAndGet();
        }
        // One that was cancelled before its first pair must not take the place of a verdict.
        if (result.complete() || !result.pairs().isEmpty()) {
            state.update(snapshot -> snapshot.with(report));
            store.save(report, sources.code().hash());
            predictions.note(state.snapshot(), report);
        }
        return report;
    }

    void check(List<Long> otherSizes) {
        sizes = List.copyOf(otherSizes);
    }

    int verdicts() {
        return verdicts.get();
    }
}
