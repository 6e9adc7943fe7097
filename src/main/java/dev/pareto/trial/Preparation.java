package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.python.Launcher.Abilities;
import dev.pareto.python.Workspace.Proof;
import dev.pareto.quantity.Figures;
import dev.pareto.trial.Outcome.Both;
import dev.pareto.trial.Outcome.Done;
import dev.pareto.trial.Rounds.Round;
import dev.pareto.trial.TrialResult.Mode;

import java.util.Optional;
import java.util.OptionalDouble;

/// What comes before the pairs: one run of each side, which is not counted. Do both do the same,
/// did the changes run, how do they use the machine, are they long enough to be timed.
final class Preparation {
    /// From this part of a run on, the start of the interpreter is mentioned.
    private static final double MUCH_START = 0.1;

    /// Longer runs have a start-up that does not matter.
    private static final double LONG_SECONDS = 2;

    /// Lanes of a braided trial.
    private static final int LANES = 2;

    private final TrialRequest request;
    private final Abilities abilities;
    private final Lanes lanes;
    private final PairRunner runner;
    private final Rounds rounds;
    private final Judge judge;
    private final Tally tally;

    Preparation(
            TrialRequest request,
            Abilities abilities,
            Lanes lanes,
            PairRunner runner,
            Rounds rounds,
            Judge judge,
            Tally tally) {
        this.request = request;
        this.abilities = abilities;
        this.lanes = lanes;
        this.runner = runner;
        this.rounds = rounds;
        this.judge = judge;
        this.tally = tally;
    }

    /// The verdict that ends the trial before it has begun, if any.
    Optional<Verdict> run() throws InterruptedException {
        Input input = request.input();
        Round solo = rounds.once(input);
        tally.inputsChecked(Math.max(1, tally.inputsChecked()));
        if (solo.end().isPresent() || !(solo.both() instanceof Both(Done before, Done after))) {
            return solo.end();
        }
        Optional<Verdict> unproven = judge.onProof();
        if (unproven.isPresent()) {
            return unproven;
        }
        lanes.open().getFirst().compileAhead();
        if (tally.isEmpty()) {
            choosePlan(before, after);
        }
        if (tally.plan().mode() == Mode.BRAID) {
            widen(before, after);
        }
        return lengthen(before, after);
    }

    private void choosePlan(Done before, Done after) throws InterruptedException {
        tally.plan(plan(before, after));
        if (Plan.isWaiting(before.usage()) || Plan.isWaiting(after.usage())) {
            // A first run waits for the disk, which later ones do not.
            if (rounds.once(request.input()).both() instanceof Both(Done again, Done andAgain)) {
                tally.plan(plan(again, andAgain));
            }
        }
        if (!tally.plan().why().isEmpty()) {
            tally.note(tally.plan().why() + " So the two took turns.");
        }
    }

    private Plan plan(Done before, Done after) {
        return Plan.of(
                before.usage(),
                after.usage(),
                abilities,
                Machine.availableMemory(),
                request.rules().mode());
    }

    /// Where there are more cores and there is memory, two pairs run at the same time. No more than
    /// two: they share the machine's memory and its power.
    private void widen(Done before, Done after) throws InterruptedException {
        long pair = before.usage().peakMemory().plus(after.usage().peakMemory()).count();
        if (Machine.cores() < LANES
                || LANES * pair > Machine.availableMemory().orElse(0)
                || !(lanes.add() instanceof Lanes.Opened.Ready(Lane lane))) {
            return;
        }
        boolean ranTheChanges =
                runner.tryLast(request.input()) instanceof Both(Done _, Done _)
                        && lane.sides()
                                .allMatch(one -> one.workspace().proof() instanceof Proof.Loaded);
        if (ranTheChanges) {
            lane.compileAhead();
        } else {
            lanes.drop();
        }
    }

    /// Runs that are too short are repeated, where that is honest.
    private Optional<Verdict> lengthen(Done before, Done after) throws InterruptedException {
        double mean = (seconds(before) + seconds(after)) / 2;
        if (mean > LONG_SECONDS || (tally.plan().mode() == Mode.SEQUENTIAL && abilities.pins())) {
            return Optional.empty();
        }
        OptionalDouble start = runner.startSeconds(request.input());
        if (start.isEmpty()) {
            return Optional.empty();
        }
        double work = Math.max(0, mean - start.getAsDouble());
        boolean isShort =
                tally.isEmpty()
                        ? Zygote.isShort(seconds(before) - start.getAsDouble())
                                && Zygote.isShort(seconds(after) - start.getAsDouble())
                        : wereRepeated(work, mean);
        if (isShort && !abilities.pins()) {
            return Optional.of(
                    new Verdict.Undecided(
                            tally.answer().estimate(),
                            "A run takes only "
                                    + Figures.time(work)
                                    + " above the start of the interpreter, which is too short to be"
                                    + " timed here. Use a larger input."));
        }
        if (isShort && leavesNothing(before) && leavesNothing(after)) {
            tally.note(runner.repeatEach(work));
        } else if (start.getAsDouble() > MUCH_START * mean) {
            tally.note(
                    "The start of the interpreter is "
                            + Figures.percent(Math.min(1, start.getAsDouble() / mean))
                            + " of each run: inside the program the difference is larger.");
        }
        return Optional.empty();
    }

    /// Whether the pairs of an earlier part of the trial have times of single repetitions.
    private boolean wereRepeated(double work, double whole) {
        return Math.abs(tally.meanSeconds() - work) < Math.abs(tally.meanSeconds() - whole);
    }

    private static double seconds(Done run) {
        return run.usage().cpu().seconds();
    }

    /// A repetition would find what the one before it left, such as a cache.
    private static boolean leavesNothing(Done run) {
        return run.left().output().files().isEmpty();
    }
}
