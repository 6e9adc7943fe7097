package dev.pareto.trial;

import dev.pareto.python.Launcher;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspaces;
import dev.pareto.trial.Lanes.Opened;
import dev.pareto.trial.output.Comparison;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// Holds trials: interleaved runs of two variants that end in a verdict.
///
/// Stateless between calls; a call blocks until the verdict. One trial at a time, or they disturb
/// each other. The two variants may be the same one: a trial of a program against itself.
public final class Trials {
    private final Launcher launcher;
    private final Workspaces workspaces;
    private final Path zygote;
    private final RandomGenerator random;

    /// Both must stay open longer than this.
    ///
    /// @param workspaces whose paths all have the same length: it moves what lies behind it in
    ///   memory
    /// @param zygote where `zygote.py` lies
    public Trials(Launcher launcher, Workspaces workspaces, Path zygote) {
        this(launcher, workspaces, zygote, new SecureRandom());
    }

    Trials(Launcher launcher, Workspaces workspaces, Path zygote, RandomGenerator random) {
        this.zygote = zygote;
        this.launcher = launcher;
        this.workspaces = workspaces;
        this.random = random;
    }

    /// A stop request ends it; the pairs until then are kept, in a result that is not complete.
    public TrialResult hold(TrialRequest request, StopSignal stop, TrialProgress progress)
            throws InterruptedException {
        return hold(request, null, stop, progress);
    }

    /// Goes on with a trial that was stopped or is undecided, for one more budget. Its pairs count.
    /// What is settled already is returned as it is.
    public TrialResult goOn(
            TrialRequest request, TrialResult soFar, StopSignal stop, TrialProgress progress)
            throws InterruptedException {
        return soFar.verdict() instanceof Verdict.Undecided || !soFar.complete()
                ? hold(request, soFar, stop, progress)
                : soFar;
    }

    private TrialResult hold(
            TrialRequest request,
            @Nullable TrialResult soFar,
            StopSignal stop,
            TrialProgress progress)
            throws InterruptedException {
        var tally = new Tally(new SequentialTest(request.rules().epsilon()), soFar);
        try (var lanes =
                new Lanes(
                        workspaces, request.program(), request.reference(), request.candidate())) {
            return switch (lanes.add()) {
                case Opened.Refused(String why) -> tally.result(new Verdict.Failed(why), true);
                case Opened.Ready(Lane first) -> hold(request, lanes, first, tally, stop, progress);
            };
        }
    }

    private TrialResult hold(
            TrialRequest request,
            Lanes lanes,
            Lane first,
            Tally tally,
            StopSignal stop,
            TrialProgress progress)
            throws InterruptedException {
        try (var runner =
                new PairRunner(
                        launcher,
                        stop,
                        request.limits(),
                        lanes.open(),
                        zygote,
                        reach -> {
                            if (tally.note(reach.words())) {
                                progress.reached(reach.words());
                            }
                        })) {
            var comparison = new Comparison(request.rules().sameness());
            var judge = new Judge(first.baseline(), first.candidate(), comparison);
            var rounds = new Rounds(request.input(), runner, judge, stop, random);
            var abilities = launcher.abilities();
            var preparation =
                    new Preparation(request, abilities, lanes, runner, rounds, judge, tally);
            return new Trial(request, abilities, stop, progress, rounds, judge, preparation, tally)
                    .hold();
        }
    }
}
