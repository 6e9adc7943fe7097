package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.python.Launcher;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Usage;
import dev.pareto.trial.Outcome.Both;
import dev.pareto.trial.Outcome.Done;
import dev.pareto.trial.TrialProgress.Phase;
import dev.pareto.trial.TrialResult.Mode;
import dev.pareto.trial.output.Leftovers;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One trial, from the solo runs to the verdict. Used once, by one thread.
final class Trial {
    private static final double SHORTEST_PAUSE = 0.002;
    private static final int PAUSES = 16;

    private final TrialRequest request;
    private final StopSignal stop;
    private final TrialProgress progress;
    private final RandomGenerator random;
    private final Launcher.Abilities abilities;
    private final PairRunner runner;
    private final Judge judge;
    private final Tally tally;

    Trial(
            TrialRequest request,
            StopSignal stop,
            TrialProgress progress,
            RandomGenerator random,
            Launcher.Abilities abilities,
            PairRunner runner,
            Judge judge,
            Tally tally) {
        this.request = request;
        this.stop = stop;
        this.progress = progress;
        this.random = random;
        this.abilities = abilities;
        this.runner = runner;
        this.judge = judge;
        this.tally = tally;
    }

    TrialResult hold() throws InterruptedException {
        tell(Phase.PREPARING);
        Optional<Verdict> end = prepare();
        if (end.isEmpty()) {
            end = checkOtherInputs();
        }
        if (end.isEmpty()) {
            end = measure();
        }
        if (end.isPresent()) {
            return tally.result(end.get(), true);
        }
        return stop.isRequested() && !tally.answer().settled() ? tally.stopped() : tally.result();
    }

    /// One run of each, which is not counted: do both do the same, did the changes run, how do they
    /// use the machine.
    private Optional<Verdict> prepare() throws InterruptedException {
        RunSetting setting = RunSetting.draw(random);
        Both solo = runOnce(request.input(), setting);
        tally.inputsChecked(Math.max(1, tally.inputsChecked()));
        Optional<Verdict> end = verdictOn(solo, request.input(), setting);
        if (end.isEmpty() && !solo.isStopped()) {
            end = judge.onProof();
            runner.compileAhead();
        }
        if (end.isEmpty() && tally.isEmpty() && solo instanceof Both(Done before, Done after)) {
            tally.plan(plan(before, after));
            if (Plan.isWaiting(before.usage()) || Plan.isWaiting(after.usage())) {
                // A first run waits for the disk, which later ones do not.
                if (runOnce(request.input(), setting) instanceof Both(Done again, Done andAgain)) {
                    tally.plan(plan(again, andAgain));
                }
            }
            if (!tally.plan().why().isEmpty()) {
                tally.note(tally.plan().why() + " So the two took turns.");
            }
        }
        return end;
    }

    private Plan plan(Done before, Done after) {
        return Plan.of(
                before.usage(),
                after.usage(),
                abilities,
                Machine.availableMemory(),
                request.rules().mode());
    }

    private Optional<Verdict> checkOtherInputs() throws InterruptedException {
        List<Input> smallerFirst =
                request.alsoChecked().stream()
                        .sorted(Comparator.comparing(input -> input.size().orElse(0L)))
                        .skip(tally.inputsChecked() - 1L)
                        .toList();
        for (Input input : smallerFirst) {
            tell(Phase.CHECKING_OUTPUT);
            RunSetting setting = RunSetting.draw(random);
            Both both = runOnce(input, setting);
            if (both.isStopped()) {
                return Optional.empty();
            }
            tally.inputsChecked(tally.inputsChecked() + 1);
            Optional<Verdict> end = verdictOn(both, input, setting);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    /// Takes pairs until the test or the budget ends it.
    private Optional<Verdict> measure() throws InterruptedException {
        var budget = new Budget(request.rules().budget());
        tally.beginMeasuring();
        while (!stop.isRequested()
                && budget.allowsMore(
                        tally.size(),
                        tally.pairsMeasured(),
                        tally.measuringSeconds(),
                        tally.answer())) {
            boolean candidateFirst = random.nextBoolean();
            RunSetting setting = RunSetting.draw(random);
            Both both = runner.run(request.input(), tally.plan().mode(), candidateFirst, setting);
            Optional<Verdict> end = verdictOn(both, request.input(), setting);
            if (end.isPresent() && tally.isEmpty() && tally.plan().mode() == Mode.BRAID) {
                // Alone they did the same: a port or a file that only one of them can have.
                tally.plan(tally.plan().takingTurns(abilities));
                tally.note("At the same time they get in each other's way. So the two took turns.");
            } else if (end.isPresent()) {
                return end;
            } else if (both instanceof Both(Done before, Done after)) {
                tally.add(pair(candidateFirst, before, after));
                tell(Phase.MEASURING);
                if (tally.answer().settled()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Pair pair(boolean candidateFirst, Done before, Done after) {
        Timing timing = tally.plan().timing();
        return new Pair(
                candidateFirst,
                timing.seconds(before.usage()),
                timing.seconds(after.usage()),
                before.usage(),
                after.usage());
    }

    private Both runOnce(Input input, RunSetting setting) throws InterruptedException {
        return runner.run(input, Mode.SEQUENTIAL, false, setting);
    }

    private Optional<Verdict> verdictOn(Both both, Input input, RunSetting setting)
            throws InterruptedException {
        if (both.isStopped()) {
            return Optional.empty();
        }
        String where = input.equals(request.input()) ? "" : Judge.place(input);
        Optional<Verdict> end =
                judge.on(both, where, paused -> repeat(both, input, setting, paused));
        judge.notes().forEach(tally::note);
        // A stop in the middle of learning what may differ leaves nothing to say.
        return stop.isRequested() ? Optional.empty() : end;
    }

    private Optional<Leftovers> repeat(Both both, Input input, RunSetting setting, boolean paused)
            throws InterruptedException {
        Duration pauses =
                paused && both.baseline() instanceof Done(_, Usage usage) ? slice(usage) : null;
        return runner.repeat(input, setting, pauses) instanceof Done(Leftovers left, _)
                ? Optional.of(left)
                : Optional.empty();
    }

    /// So short that whatever part of a run is timed, some pauses fall into it.
    private static Duration slice(Usage usage) {
        double seconds = Math.max(SHORTEST_PAUSE, usage.wall().seconds() / PAUSES);
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private void tell(Phase phase) {
        int next = phase == Phase.MEASURING ? SequentialTest.nextLook(tally.size()) : 0;
        progress.at(phase, tally.result(), next);
    }
}
