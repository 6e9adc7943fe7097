package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.python.Command;
import dev.pareto.python.Ended;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launcher.Placement;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Limits;
import dev.pareto.python.Running;
import dev.pareto.python.StopSignal;
import dev.pareto.trial.Outcome.Both;
import dev.pareto.trial.TrialResult.Mode;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Runs both sides of a trial. A stop request kills what runs.
final class PairRunner {
    private final Launcher launcher;
    private final StopSignal stop;
    private final Limits limits;
    private final Contender baseline;
    private final Contender candidate;

    PairRunner(
            Launcher launcher,
            StopSignal stop,
            Limits limits,
            Contender baseline,
            Contender candidate) {
        this.launcher = launcher;
        this.stop = stop;
        this.limits = limits;
        this.baseline = baseline;
        this.candidate = candidate;
    }

    /// After a run of each; see [dev.pareto.python.Workspace#compileAhead()].
    void compileAhead() throws InterruptedException {
        baseline.workspace().compileAhead();
        candidate.workspace().compileAhead();
    }

    /// One run of each: at the same instant on one core, or one after the other.
    Both run(Input input, Mode mode, boolean candidateFirst, RunSetting setting)
            throws InterruptedException {
        List<Contender> order =
                candidateFirst ? List.of(candidate, baseline) : List.of(baseline, candidate);
        var outcomes = new ArrayList<Outcome>();
        if (mode == Mode.BRAID) {
            outcomes.addAll(run(order, input, Placement.ONE_CORE, setting));
        } else {
            for (Contender one : order) {
                outcomes.addAll(run(List.of(one), input, Placement.ANY_CORE, setting));
            }
        }
        if (candidateFirst) {
            Collections.reverse(outcomes);
        }
        return new Both(outcomes.get(0), outcomes.get(1));
    }

    /// One more run of the baseline.
    ///
    /// @param pauses how long it is stopped, and then continued, in turns; null for never
    Outcome repeat(Input input, RunSetting setting, @Nullable Duration pauses)
            throws InterruptedException {
        Limits longer =
                pauses == null || limits.time() == null
                        ? limits
                        : limits.within(limits.time().multipliedBy(3));
        Command command = baseline.prepare(input, longer, setting).withPauses(pauses);
        return run(List.of(baseline), List.of(command), Placement.ANY_CORE).getFirst();
    }

    private List<Outcome> run(
            List<Contender> contenders, Input input, Placement placement, RunSetting setting)
            throws InterruptedException {
        List<Command> commands =
                contenders.stream().map(one -> one.prepare(input, limits, setting)).toList();
        return run(contenders, commands, placement);
    }

    private List<Outcome> run(
            List<Contender> contenders, List<Command> commands, Placement placement)
            throws InterruptedException {
        if (stop.isRequested()) {
            return Collections.nCopies(contenders.size(), new Outcome.Stopped());
        }
        List<Running> running;
        try {
            running = launcher.start(commands, placement);
        } catch (LauncherException e) {
            return Collections.nCopies(
                    contenders.size(),
                    new Outcome.Broken("could not be started: " + e.getMessage()));
        }
        var ended = new ArrayList<Ended>();
        try (var _ = stop.whenRequested(() -> running.forEach(Running::stop))) {
            for (Running one : running) {
                ended.add(one.await());
            }
        } finally {
            // Does nothing to those that have ended; the others are here since we were interrupted.
            running.forEach(Running::stop);
        }
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < ended.size(); i++) {
            Outcome one = contenders.get(i).outcome(ended.get(i), running.get(i).pid(), limits);
            outcomes.add(
                    one instanceof Outcome.Stopped && !stop.isRequested()
                            ? new Outcome.Broken("was stopped from outside")
                            : one);
        }
        return outcomes;
    }
}
