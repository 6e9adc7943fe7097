package dev.pareto.trial;

import dev.pareto.program.Input;
import dev.pareto.python.Launcher.Abilities;
import dev.pareto.python.StopSignal;
import dev.pareto.trial.Outcome.Both;
import dev.pareto.trial.Outcome.Done;
import dev.pareto.trial.Rounds.Round;
import dev.pareto.trial.TrialProgress.Phase;
import dev.pareto.trial.TrialResult.Mode;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One trial, from the solo runs to the verdict. Used once, by one thread.
final class Trial {
    private final TrialRequest request;
    private final Abilities abilities;
    private final StopSignal stop;
    private final TrialProgress progress;
    private final Rounds rounds;
    private final Judge judge;
    private final Preparation preparation;
    private final Tally tally;

    Trial(
            TrialRequest request,
            Abilities abilities,
            StopSignal stop,
            TrialProgress progress,
            Rounds rounds,
            Judge judge,
            Preparation preparation,
            Tally tally) {
        this.request = request;
        this.abilities = abilities;
        this.stop = stop;
        this.progress = progress;
        this.rounds = rounds;
        this.judge = judge;
        this.preparation = preparation;
        this.tally = tally;
    }

    TrialResult hold() throws InterruptedException {
        tell(Phase.PREPARING);
        Optional<Verdict> end = preparation.run();
        if (end.isEmpty()) {
            end = checkOtherInputs();
        }
        if (end.isEmpty()) {
            end = measure();
        }
        judge.notes().forEach(tally::note);
        if (end.isPresent()) {
            return tally.result(end.get(), true);
        }
        return stop.isRequested() && !tally.answer().settled() ? tally.stopped() : tally.result();
    }

    private Optional<Verdict> checkOtherInputs() throws InterruptedException {
        List<Input> smallerFirst =
                request.alsoChecked().stream()
                        .sorted(Comparator.comparing(input -> input.size().orElse(0L)))
                        .skip(tally.inputsChecked() - 1L)
                        .toList();
        for (Input input : smallerFirst) {
            tell(Phase.CHECKING_OUTPUT);
            Round round = rounds.once(input);
            if (round.both().isStopped()) {
                return Optional.empty();
            }
            tally.inputsChecked(tally.inputsChecked() + 1);
            if (round.end().isPresent()) {
                return round.end();
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
            int untilLook = SequentialTest.nextLook(tally.size()) - tally.size();
            List<Round> together = rounds.pairs(tally.plan().mode(), untilLook);
            Optional<Verdict> end =
                    together.stream().map(Round::end).flatMap(Optional::stream).findFirst();
            if (end.isPresent() && mayClash()) {
                tally.plan(tally.plan().takingTurns(abilities));
                rounds.repeatNoMore();
                tally.note("At the same time they get in each other's way. So the two took turns.");
            } else if (end.isPresent()) {
                return end;
            } else {
                for (Round round : together) {
                    add(round);
                    tell(Phase.MEASURING);
                }
                if (tally.answer().settled()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// Alone they did the same, together they do not: there may be a port or a file that only one
    /// of them can have.
    private boolean mayClash() {
        return tally.isEmpty() && tally.plan().mode() == Mode.BRAID;
    }

    private void add(Round round) {
        if (round.both() instanceof Both(Done before, Done after)) {
            Timing timing = tally.plan().timing();
            tally.add(
                    new Pair(
                            round.candidateFirst(),
                            timing.seconds(before.usage()),
                            timing.seconds(after.usage()),
                            before.usage(),
                            after.usage()));
        }
    }

    private void tell(Phase phase) {
        int next = phase == Phase.MEASURING ? SequentialTest.nextLook(tally.size()) : 0;
        progress.at(phase, tally.result(), next);
    }
}
