package dev.pareto.trial;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.python.Launcher;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Workspace;
import dev.pareto.python.Workspaces;
import dev.pareto.python.Workspaces.Made;
import dev.pareto.trial.output.Comparison;
import dev.pareto.trial.output.Sameness;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/// Measures how the time of a program grows with the size of its input: the sizes from the smallest
/// on, again and again until the budget is spent. Two variants run in pairs, and their outputs are
/// compared.
///
/// Stateless between calls; a call blocks until the end. Nothing else is to be measured meanwhile.
public final class Growth {
    private final Launcher launcher;
    private final Workspaces workspaces;
    private final Path zygote;

    /// Both must stay open longer than this.
    ///
    /// @param zygote where `zygote.py` lies
    public Growth(Launcher launcher, Workspaces workspaces, Path zygote) {
        this.launcher = launcher;
        this.workspaces = workspaces;
        this.zygote = zygote;
    }

    /// A stop request ends it; the points until then are kept, in a result that is not complete.
    public GrowthResult measure(GrowthRequest request, StopSignal stop, GrowthProgress progress)
            throws InterruptedException {
        var course = new GrowthCourse(request, progress, stop);
        Made made = workspaces.make(request.program(), request.reference());
        if (!(made instanceof Made.Ready(Workspace first))) {
            return course.failed(Lanes.refusal(made));
        }
        try (var reference = new Contender(first)) {
            if (request.candidate() == null) {
                return run(course, request, reference, reference, stop);
            }
            Made other = workspaces.make(request.program(), request.candidate());
            if (!(other instanceof Made.Ready(Workspace second))) {
                return course.failed(Lanes.refusal(other));
            }
            try (var candidate = new Contender(second)) {
                return run(course, request, reference, candidate, stop);
            }
        }
    }

    private GrowthResult run(
            GrowthCourse course,
            GrowthRequest request,
            Contender reference,
            Contender candidate,
            StopSignal stop)
            throws InterruptedException {
        var lane = new Lane(reference, candidate);
        try (var runner =
                new PairRunner(
                        launcher, stop, request.limits(), List.of(lane), zygote, course::reached)) {
            var judge = new Judge(reference, candidate, new Comparison(Sameness.EXACT));
            // No size goes without saying, so none of them is the timed input.
            Input none = request.input().with(Argument.Role.SIZE, 0);
            var rounds = new Rounds(none, runner, judge, stop, new SecureRandom());
            return course.run(lane, runner, rounds, judge, launcher.abilities());
        }
    }
}
