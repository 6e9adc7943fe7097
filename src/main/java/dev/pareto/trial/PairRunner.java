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
import java.util.stream.IntStream;

/// Runs both sides of a trial. A stop request kills what runs.
final class PairRunner implements AutoCloseable {
    private static final int STARTS = 3;

    private final Launcher launcher;
    private final StopSignal stop;
    private final Limits limits;
    private final List<Lane> lanes;
    private final Path zygoteScript;
    private final Consumer<Reach> reached;
    private final Set<String> watched = new HashSet<>();
    private @Nullable Zygote zygote;

    /// @param lanes at least one; may become more and fewer between runs
    /// @param zygoteScript where `zygote.py` lies
    /// @param reached told after the first run of either side what it touched outside of its copy,
    ///   before anything is repeated; a stop requested by then holds
    PairRunner(
            Launcher launcher,
            StopSignal stop,
            Limits limits,
            List<Lane> lanes,
            Path zygoteScript,
            Consumer<Reach> reached) {
        this.launcher = launcher;
        this.stop = stop;
        this.limits = limits;
        this.lanes = lanes;
        this.zygoteScript = zygoteScript;
        this.reached = reached;
    }

    /// How many pairs can run at the same time.
    int width() {
        return lanes.size();
    }

    /// Runs both sides of the last lane once, as the other lanes have.
    Both tryLast(Input input) throws InterruptedException {
        List<Outcome> outcomes =
                run(
                        lanes.getLast().sides().toList(),
                        input,
                        Placement.ANY_CORE,
                        new RunSetting(0, 0));
        return new Both(outcomes.get(0), outcomes.get(1));
    }

    /// The processor time that this interpreter needs to start and to end, in seconds; empty when
    /// it cannot be said.
    OptionalDouble startSeconds(Input input) throws InterruptedException {
        var least = OptionalDouble.empty();
        for (int i = 0; i < STARTS; i++) {
            Contender one = lanes.getFirst().baseline();
            Command whole = one.prepare(input, limits, new RunSetting(0, 0));
            Command empty = whole.withArguments(List.of(whole.argv().getFirst(), "-c", "pass"));
            if (!(run(List.of(one), List.of(empty), quietest()).getFirst()
                    instanceof Outcome.Done(_, Usage usage))) {
                return OptionalDouble.empty();
            }
            least = OptionalDouble.of(Math.min(least.orElse(1e9), usage.cpu().seconds()));
        }
        return least;
    }

    /// One core where the launcher can hold a run there, else wherever the system puts it.
    private Placement quietest() {
        return launcher.abilities().pins() ? Placement.PAIRED : Placement.ANY_CORE;
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

    /// What a coin and chance decide about a pair.
    record Draw(boolean candidateFirst, RunSetting setting) {}

    /// One run of each, one after the other.
    Both inTurn(Input input, Draw draw) throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        for (Contender one : order(lanes.getFirst(), draw)) {
            outcomes.addAll(run(List.of(one), input, Placement.ANY_CORE, draw.setting()));
        }
        return both(outcomes, draw);
    }

    /// Pairs that start at the same instant, each on a core of its own.
    ///
    /// @param draws one for each pair, no more than the [#width()]
    List<Both> braids(Input input, List<Draw> draws) throws InterruptedException {
        var contenders = new ArrayList<Contender>();
        var commands = new ArrayList<Command>();
        for (int i = 0; i < draws.size(); i++) {
            for (Contender one : order(lanes.get(i), draws.get(i))) {
                contenders.add(one);
                commands.add(command(one, input, draws.get(i).setting()));
            }
        }
        List<Outcome> outcomes = timed(contenders, commands, Placement.PAIRED);
        return IntStream.range(0, draws.size())
                .mapToObj(i -> both(outcomes.subList(2 * i, 2 * i + 2), draws.get(i)))
                .toList();
    }

    private static List<Contender> order(Lane lane, Draw draw) {
        return draw.candidateFirst()
                ? List.of(lane.candidate(), lane.baseline())
                : List.of(lane.baseline(), lane.candidate());
    }

    private static Both both(List<Outcome> inOrder, Draw draw) {
        return draw.candidateFirst()
                ? new Both(inOrder.get(1), inOrder.get(0))
                : new Both(inOrder.get(0), inOrder.get(1));
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
        Contender one = lanes.getFirst().baseline();
        Command command = one.prepare(input, longer, setting).withPauses(pauses);
        return run(List.of(one), List.of(command), Placement.ANY_CORE).getFirst();
    }

    private List<Outcome> run(
            List<Contender> contenders, Input input, Placement placement, RunSetting setting)
            throws InterruptedException {
        List<Command> commands =
                contenders.stream().map(one -> command(one, input, setting)).toList();
        return timed(contenders, commands, placement);
    }

    private Command command(Contender one, Input input, RunSetting setting) {
        Command once = one.prepare(input, limits, setting);
        return zygote == null ? once : zygote.repeated(once, side(one));
    }

    /// Outcomes with the times of one repetition, where runs are repeated.
    private List<Outcome> timed(
            List<Contender> contenders, List<Command> commands, Placement placement)
            throws InterruptedException {
        List<Outcome> whole = run(contenders, commands, placement);
        Zygote repeating = zygote;
        if (repeating == null) {
            return whole;
        }
        var each = new ArrayList<Outcome>();
        for (int i = 0; i < whole.size(); i += 2) {
            int end = Math.min(whole.size(), i + 2);
            List<String> sides = contenders.subList(i, end).stream().map(this::side).toList();
            each.addAll(repeating.each(whole.subList(i, end), sides));
        }
        return each;
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
                    new Outcome.Broken(
                            "could not be started: "
                                    + String.valueOf(e.getMessage()).replaceFirst("\\.$", "")));
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
        int number = 0;
        while (lanes.get(number).sides().noneMatch(one::equals)) {
            number++;
        }
        return (one.equals(lanes.get(number).baseline()) ? "baseline" : "candidate") + number;
    }

    @Override
    public void close() {
        if (zygote != null) {
            zygote.close();
        }
    }
}
