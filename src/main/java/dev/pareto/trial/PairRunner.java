package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.python.Command;
import dev.pareto.python.Ended;
import dev.pareto.python.Launcher;
import dev.pareto.python.Launcher.Placement;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Limits;
import dev.pareto.python.Reach;
import dev.pareto.python.ReachWatch;
import dev.pareto.python.Running;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Usage;
import dev.pareto.trial.Outcome.Both;
import dev.pareto.trial.TrialResult.Mode;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/// Runs both sides of a trial. A stop request kills what runs.
final class PairRunner implements AutoCloseable {
    private static final int STARTS = 3;

    private final Launcher launcher;
    private final StopSignal stop;
    private final Limits limits;
    private final Contender baseline;
    private final Contender candidate;
    private final Path zygoteScript;
    private final Consumer<Reach> reached;
    private final Set<String> watched = new HashSet<>();
    private @Nullable Zygote zygote;

    /// @param zygoteScript where `zygote.py` lies
    /// @param reached told after the first run of either side what it touched outside of its copy,
    ///   before anything is repeated; a stop requested by then holds
    PairRunner(
            Launcher launcher,
            StopSignal stop,
            Limits limits,
            Contender baseline,
            Contender candidate,
            Path zygoteScript,
            Consumer<Reach> reached) {
        this.launcher = launcher;
        this.stop = stop;
        this.limits = limits;
        this.baseline = baseline;
        this.candidate = candidate;
        this.zygoteScript = zygoteScript;
        this.reached = reached;
    }

    /// After a run of each; see [dev.pareto.python.Workspace#compileAhead()].
    void compileAhead() throws InterruptedException {
        baseline.workspace().compileAhead();
        candidate.workspace().compileAhead();
    }

    /// The processor time that this interpreter needs to start and to end, in seconds; empty when
    /// it cannot be said.
    OptionalDouble startSeconds(Input input) throws InterruptedException {
        var least = OptionalDouble.empty();
        for (int i = 0; i < STARTS; i++) {
            Command whole = baseline.prepare(input, limits, new RunSetting(0, 0));
            Command empty = whole.withArguments(List.of(whole.argv().getFirst(), "-c", "pass"));
            if (!(run(List.of(baseline), List.of(empty), quietest()).getFirst()
                    instanceof Outcome.Done(_, Usage usage))) {
                return OptionalDouble.empty();
            }
            least = OptionalDouble.of(Math.min(least.orElse(1e9), usage.cpu().seconds()));
        }
        return least;
    }

    /// One core where the launcher can hold a run there, else wherever the system puts it.
    private Placement quietest() {
        return launcher.abilities().pins() ? Placement.ONE_CORE : Placement.ANY_CORE;
    }

    /// From now on both members of a pair repeat their work, and times are those of one repetition.
    ///
    /// @param seconds of work in one run
    /// @return what that means, for people
    String repeatEach(double seconds) {
        zygote = new Zygote(zygoteScript, seconds);
        return zygote.note();
    }

    /// From now on runs are whole again.
    void repeatNoMore() {
        close();
        zygote = null;
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
        Zygote repeating = zygote;
        if (repeating == null) {
            return run(
                    contenders,
                    contenders.stream().map(one -> one.prepare(input, limits, setting)).toList(),
                    placement);
        }
        List<Command> commands =
                contenders.stream()
                        .map(
                                one ->
                                        repeating.repeated(
                                                one.prepare(input, limits, setting), side(one)))
                        .toList();
        List<Outcome> whole = run(contenders, commands, placement);
        List<String> sides = contenders.stream().map(this::side).toList();
        return repeating.each(whole, sides);
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
        @Nullable ReachWatch watch = firstOf(contenders, commands, running);
        var ended = new ArrayList<Ended>();
        try (var _ = stop.whenRequested(() -> running.forEach(Running::stop))) {
            for (Running one : running) {
                ended.add(one.await());
            }
        } finally {
            // Does nothing to those that have ended; the others are here since we were interrupted.
            running.forEach(Running::stop);
            if (watch != null) {
                watch.close();
            }
        }
        Reach reach = watch == null ? Reach.NONE : watch.seen();
        if (!reach.isEmpty()) {
            reached.accept(reach);
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

    /// Watches the first run of a side, which runs alone.
    private @Nullable ReachWatch firstOf(
            List<Contender> contenders, List<Command> commands, List<Running> running) {
        return contenders.size() == 1 && watched.add(side(contenders.getFirst()))
                ? ReachWatch.of(running.getFirst().pid(), commands.getFirst().scratch())
                : null;
    }

    private String side(Contender one) {
        return one.equals(baseline) ? "baseline" : "candidate";
    }

    @Override
    public void close() {
        if (zygote != null) {
            zygote.close();
        }
    }
}
