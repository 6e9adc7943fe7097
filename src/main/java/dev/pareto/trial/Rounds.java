package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Usage;
import dev.pareto.trial.Outcome.Both;
import dev.pareto.trial.Outcome.Done;
import dev.pareto.trial.TrialResult.Mode;
import dev.pareto.trial.output.Leftovers;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Runs both sides, and has judged at once what they did.
final class Rounds {
    private static final double SHORTEST_PAUSE = 0.002;
    private static final int PAUSES = 16;

    private final Input timed;
    private final PairRunner runner;
    private final Judge judge;
    private final StopSignal stop;
    private final RandomGenerator random;

    /// @param timed the input whose name need not be said
    Rounds(Input timed, PairRunner runner, Judge judge, StopSignal stop, RandomGenerator random) {
        this.timed = timed;
        this.runner = runner;
        this.judge = judge;
        this.stop = stop;
        this.random = random;
    }

    /// One run of each side.
    ///
    /// @param end the verdict that they end the trial with; empty when it goes on, or was stopped
    record Round(boolean candidateFirst, Both both, Optional<Verdict> end) {}

    /// One after the other, not to be timed.
    Round once(Input input) throws InterruptedException {
        return round(input, Mode.SEQUENTIAL, false);
    }

    /// A pair, in an order that a coin decides.
    Round pair(Mode mode) throws InterruptedException {
        return pair(timed, mode);
    }

    Round pair(Input input, Mode mode) throws InterruptedException {
        return round(input, mode, random.nextBoolean());
    }

    /// The baseline alone; its partner is the same run.
    Round alone(Input input) throws InterruptedException {
        Outcome outcome = runner.repeat(input, RunSetting.draw(random), null);
        var both = new Both(outcome, outcome);
        return new Round(false, both, both.isStopped() ? Optional.empty() : judge.onFailure(both));
    }

    /// From now on every run is one run of the program.
    void repeatNoMore() {
        runner.repeatNoMore();
    }

    private Round round(Input input, Mode mode, boolean candidateFirst)
            throws InterruptedException {
        RunSetting setting = RunSetting.draw(random);
        Both both = runner.run(input, mode, candidateFirst, setting);
        if (both.isStopped()) {
            return new Round(candidateFirst, both, Optional.empty());
        }
        String where = input.equals(timed) ? "" : Judge.place(input);
        Optional<Verdict> end =
                judge.on(both, where, paused -> repeat(both, input, setting, paused));
        // A stop in the middle of learning what may differ leaves nothing to say.
        return new Round(candidateFirst, both, stop.isRequested() ? Optional.empty() : end);
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
}
