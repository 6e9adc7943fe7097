package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Usage;
import dev.pareto.trial.Outcome.Both;
import dev.pareto.trial.Outcome.Done;
import dev.pareto.trial.PairRunner.Draw;
import dev.pareto.trial.TrialResult.Mode;
import dev.pareto.trial.output.Leftovers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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
        return inTurn(input, false);
    }

    /// Pairs of the timed input, each in an order that a coin decides: as many at the same time as
    /// there are lanes, or one whose members take turns.
    ///
    /// @param most at least 1
    List<Round> pairs(Mode mode, int most) throws InterruptedException {
        return mode == Mode.BRAID
                ? braids(timed, Math.min(most, runner.width()))
                : List.of(inTurn(timed, random.nextBoolean()));
    }

    /// A pair, in an order that a coin decides.
    Round pair(Input input, Mode mode) throws InterruptedException {
        return mode == Mode.BRAID
                ? braids(input, 1).getFirst()
                : inTurn(input, random.nextBoolean());
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

    private Round inTurn(Input input, boolean candidateFirst) throws InterruptedException {
        var draw = new Draw(candidateFirst, RunSetting.draw(random));
        return judged(runner.inTurn(input, draw), input, draw);
    }

    private List<Round> braids(Input input, int count) throws InterruptedException {
        List<Draw> draws =
                Stream.generate(() -> new Draw(random.nextBoolean(), RunSetting.draw(random)))
                        .limit(count)
                        .toList();
        List<Both> pairs = runner.braids(input, draws);
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < count; i++) {
            rounds.add(judged(pairs.get(i), input, draws.get(i)));
        }
        return rounds;
    }

    private Round judged(Both both, Input input, Draw draw) throws InterruptedException {
        if (both.isStopped()) {
            return new Round(draw.candidateFirst(), both, Optional.empty());
        }
        String where = input.equals(timed) ? "" : Judge.place(input);
        Optional<Verdict> end =
                judge.on(both, where, paused -> repeat(both, input, draw.setting(), paused));
        // A stop in the middle of learning what may differ leaves nothing to say.
        return new Round(draw.candidateFirst(), both, stop.isRequested() ? Optional.empty() : end);
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
