package dev.pareto.trial;

import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.python.Launcher.Abilities;
import dev.pareto.python.Reach;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.GrowthResult.Curve;
import dev.pareto.trial.GrowthResult.Point;
import dev.pareto.trial.Outcome.Both;
import dev.pareto.trial.Outcome.Done;
import dev.pareto.trial.Rounds.Round;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One measurement of growth, from the smallest size to the end of the budget. Used once, by one
/// thread.
final class GrowthCourse {
    /// Passes over all sizes: more would narrow the interval no further than the curve is straight.
    private static final int PASSES = 5;

    /// A run that would end this much after the budget is not begun, as a multiple of it.
    private static final double PATIENCE = 2;

    private final GrowthRequest request;
    private final GrowthProgress progress;
    private final StopSignal stop;
    private final long begin = System.nanoTime();
    private final List<Point> reference = new ArrayList<>();
    private final List<Point> candidate = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private Plan plan = Plan.NONE_YET;
    private double start;
    private double lastWall;

    GrowthCourse(GrowthRequest request, GrowthProgress progress, StopSignal stop) {
        this.request = request;
        this.progress = progress;
        this.stop = stop;
    }

    GrowthResult run(Lane lane, PairRunner runner, Rounds rounds, Judge judge, Abilities abilities)
            throws InterruptedException {
        Input smallest = sized(request.sizes().getFirst());
        Round first = isPair() ? rounds.once(smallest) : rounds.alone(smallest);
        Optional<Verdict> end =
                first.end().isEmpty() && !stop.isRequested() ? judge.onProof() : first.end();
        if (end.isPresent() || !(first.both() instanceof Both(Done before, Done after))) {
            return result(problem(end));
        }
        lane.compileAhead();
        plan = plan(before, after, abilities);
        if (Plan.isWaiting(before.usage()) || Plan.isWaiting(after.usage())) {
            // A first run waits for the disk, which later ones do not.
            Round again = isPair() ? rounds.once(smallest) : rounds.alone(smallest);
            if (again.both() instanceof Both(Done one, Done other)) {
                plan = plan(one, other, abilities);
            }
        }
        start = runner.startSeconds(smallest).orElse(0);
        return result(problem(passes(rounds)));
    }

    private static Plan plan(Done one, Done other, Abilities abilities) {
        return Plan.of(one.usage(), other.usage(), abilities, Machine.availableMemory(), null);
    }

    /// The verdict that ended it before its time, if any.
    private Optional<Verdict> passes(Rounds rounds) throws InterruptedException {
        List<Long> sizes = request.sizes();
        for (int pass = 0; pass < PASSES; pass++) {
            var reached = new ArrayList<Long>();
            for (long size : sizes) {
                if (stop.isRequested() || (pass > 0 && seconds() > request.budget().seconds())) {
                    return Optional.empty();
                }
                if (pass == 0 && isTooFar(size)) {
                    break;
                }
                Optional<Verdict> end = run(size, rounds);
                if (end.isPresent()) {
                    return end;
                }
                reached.add(size);
            }
            sizes = reached;
        }
        return Optional.empty();
    }

    private Optional<Verdict> run(long size, Rounds rounds) throws InterruptedException {
        progress.at(size, result(null));
        Round round = isPair() ? rounds.pair(sized(size), plan.mode()) : rounds.alone(sized(size));
        if (round.end().isEmpty() && round.both() instanceof Both(Done one, Done other)) {
            add(size, one, other);
        }
        return round.end();
    }

    /// A first run touched something outside of its copy.
    void reached(Reach reach) {
        if (notes.add(reach.words())) {
            progress.reached(reach.words());
        }
    }

    GrowthResult failed(String problem) {
        return result(problem);
    }

    private boolean isPair() {
        return request.candidate() != null;
    }

    private Input sized(long size) {
        return request.input().with(Argument.Role.SIZE, size);
    }

    private void add(long size, Done one, Done other) {
        reference.add(new Point(size, work(one)));
        if (isPair()) {
            candidate.add(new Point(size, work(other)));
        }
        lastWall = Math.max(one.usage().wall().seconds(), other.usage().wall().seconds());
    }

    private double work(Done run) {
        return Math.max(0, plan.timing().seconds(run.usage()) - start);
    }

    /// Whether the first run of a size would take too long, if it went on growing as until now.
    private boolean isTooFar(long size) {
        if (reference.isEmpty()) {
            return false;
        }
        double factor = (double) size / reference.getLast().size();
        double expected = lastWall * Math.pow(factor, Math.max(slope(reference), slope(candidate)));
        boolean tooFar =
                seconds() > request.budget().seconds()
                        || seconds() + expected > PATIENCE * request.budget().seconds();
        if (tooFar) {
            notes.add(
                    "Sizes from "
                            + Figures.count(size)
                            + " on were left out: one run would take about "
                            + Figures.time(expected)
                            + ".");
        }
        return tooFar;
    }

    private static double slope(List<Point> points) {
        var slope = GrowthFit.curve(points).exponent();
        return slope == null ? 1 : slope.value();
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static @Nullable String problem(Optional<Verdict> end) {
        return end.map(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Failed(String reason) -> reason;
                                    case Verdict.OutputChanged(var first) ->
                                            "The output changed, "
                                                    + first.where()
                                                    + ": "
                                                    + first.baseline()
                                                    + " became "
                                                    + first.candidate();
                                    default -> verdict.id();
                                })
                .orElse(null);
    }

    private GrowthResult result(@Nullable String problem) {
        Curve one = GrowthFit.curve(reference);
        Curve other = isPair() ? GrowthFit.curve(candidate) : null;
        return new GrowthResult(
                plan.timing().measure(),
                one,
                other,
                other == null ? null : GrowthFit.crossover(one, other),
                WallTime.ofNanos(System.nanoTime() - begin),
                problem,
                !stop.isRequested(),
                List.copyOf(notes));
    }
}
