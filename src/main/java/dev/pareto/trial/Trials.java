package dev.pareto.trial;

import dev.pareto.python.Launcher;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspace;
import dev.pareto.python.Workspaces;
import dev.pareto.python.Workspaces.Made;
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
        Made made = workspaces.make(request.program(), request.reference());
        if (!(made instanceof Made.Ready(Workspace first))) {
            return tally.result(new Verdict.Failed(refusal(made)), true);
        }
        try (var baseline = new Contender(first)) {
            Made other = workspaces.make(request.program(), request.candidate());
            if (!(other instanceof Made.Ready(Workspace second))) {
                return tally.result(new Verdict.Failed(refusal(other)), true);
            }
            try (var candidate = new Contender(second);
                    var runner =
                            new PairRunner(
                                    launcher,
                                    stop,
                                    request.limits(),
                                    baseline,
                                    candidate,
                                    zygote,
                                    reach -> {
                                        if (tally.note(reach.words())) {
                                            progress.reached(reach.words());
                                        }
                                    })) {
                var comparison = new Comparison(request.rules().sameness());
                var judge = new Judge(baseline, candidate, comparison);
                var rounds = new Rounds(request.input(), runner, judge, stop, random);
                var abilities = launcher.abilities();
                var preparation = new Preparation(request, abilities, runner, rounds, judge, tally);
                return new Trial(
                                request,
                                abilities,
                                stop,
                                progress,
                                rounds,
                                judge,
                                preparation,
                                tally)
                        .hold();
            }
        }
    }

    static String refusal(Made made) {
        return switch (made) {
            case Made.TooLarge large ->
                    "The program's folder holds "
                            + large.size()
                            + " of other files, more than the "
                            + large.limit()
                            + " that are copied for a run. Leave folders out: the largest are "
                            + String.join(", ", large.largestFolders())
                            + ".";
            case Made.Failed(String message) -> message;
            case Made.Ready _ -> throw new IllegalArgumentException("nothing was refused");
        };
    }
}
