package dev.pareto.workbench;

import dev.pareto.program.Argument.Role;
import dev.pareto.program.Input;
import dev.pareto.program.Program;
import dev.pareto.program.Variant;
import dev.pareto.python.Ended;
import dev.pareto.python.LauncherException;
import dev.pareto.python.Running;
import dev.pareto.python.StopSignal;
import dev.pareto.python.Usage;
import dev.pareto.python.Workspace;
import dev.pareto.quantity.WallTime;
import dev.pareto.stats.Interval;
import dev.pareto.stats.TheilSen;
import dev.pareto.trial.TrialResult.Measure;
import dev.pareto.workbench.Growth.Curve;
import dev.pareto.workbench.Growth.Exponent;
import dev.pareto.workbench.Growth.Point;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Measures variants at several sizes: plain runs in turns, smallest size first.
final class Scaling {
    private static final int REPEATS = 3;

    /// Less work than this above an empty interpreter says nothing about growth.
    private static final double LEAST = 0.005;

    private final Tools tools;
    private final State state;
    private final Sources sources;

    Scaling(Tools tools, State state, Sources sources) {
        this.tools = tools;
        this.state = state;
        this.sources = sources;
    }

    Growth measure(
            List<String> variants,
            List<Long> sizes,
            WallTime budget,
            StopSignal stop,
            LongConsumer progress)
            throws ProblemException, InterruptedException {
        Snapshot now = state.snapshot();
        if (now.input().size().isEmpty()) {
            throw Problems.usage(
                    "No argument of the program is marked as its size.",
                    "How it grows is measured by changing the size.",
                    "Mark one as {n}.",
                    "");
        }
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        variants.forEach(variant -> runs.put(variant, new ArrayList<>()));
        boolean complete;
        double floor;
        try (var _ = tools.turn();
                Sides sides = Sides.of(tools, state, sources, variants)) {
            floor = floor(now.program(), stop);
            complete =
                    all(
                            sides,
                            now,
                            sizes.stream().sorted().distinct().toList(),
                            budget,
                            stop,
                            progress,
                            runs);
        } catch (LauncherException e) {
            throw PlainRuns.notStarted(e);
        }
        Measure measure =
                runs.values().stream().flatMap(List::stream).allMatch(Run::isBusy)
                        ? Measure.CPU
                        : Measure.WALL;
        List<Curve> curves = new ArrayList<>();
        runs.forEach((variant, of) -> curves.add(curve(variant, of, measure, floor)));
        return new Growth(measure, curves, complete, overtakes(curves));
    }

    /// One repetition.
    private record Run(long size, double cpu, double wall, double blocked) {
        static Run of(long size, Usage usage) {
            return new Run(
                    size, usage.cpu().seconds(), usage.wall().seconds(), usage.blocked().seconds());
        }

        boolean isBusy() {
            return blocked < 0.05 * wall;
        }
    }

    private boolean all(
            Sides sides,
            Snapshot now,
            List<Long> sizes,
            WallTime budget,
            StopSignal stop,
            LongConsumer progress,
            Map<String, List<Run>> runs)
            throws ProblemException, InterruptedException, LauncherException {
        double left = budget.seconds();
        for (long size : sizes) {
            Input input = now.input().with(Role.SIZE, size);
            progress.accept(size);
            for (int i = 0; i < REPEATS; i++) {
                for (Workspace workspace : sides.workspaces()) {
                    if (stop.isRequested() || left < 0) {
                        return false;
                    }
                    Optional<Usage> used = run(workspace, input, stop);
                    if (used.isEmpty()) {
                        return false;
                    }
                    left -= used.get().wall().seconds();
                    runs.getOrDefault(workspace.variant().id(), List.of())
                            .add(Run.of(size, used.get()));
                }
            }
        }
        return true;
    }

    /// Empty when it was stopped.
    private Optional<Usage> run(Workspace workspace, Input input, StopSignal stop)
            throws ProblemException, InterruptedException, LauncherException {
        Running running =
                tools.launcher(workspace.program().interpreter())
                        .start(workspace.command(input, state.limits(), Map.of()));
        Ended ended;
        try (var _ = stop.whenRequested(running::stop)) {
            ended = running.await();
        }
        workspace.reset();
        RunSummary summary = Endings.summary(ended, workspace.root());
        if (stop.isRequested()) {
            return Optional.empty();
        }
        if (summary.succeeded()) {
            return Optional.of(ended.usage());
        }
        throw Problems.program(
                "With %s: %s".formatted(input.label(), summary.what()),
                summary.meaning(),
                summary.remedy(),
                ended.stderr().text());
    }

    /// CPU time of the interpreter alone, which is the same at every size.
    private double floor(Program program, StopSignal stop)
            throws ProblemException, InterruptedException, LauncherException {
        String entry = state.snapshot().files().getFirst();
        Variant empty =
                new Variant(
                        "empty",
                        "empty",
                        Variant.BASELINE_ID,
                        Variant.Origin.EDIT,
                        Map.of(entry, "\n"));
        List<Double> times = new ArrayList<>();
        try (Workspace workspace = tools.workspace(program, empty, state.copy())) {
            for (int i = 0; i < REPEATS; i++) {
                run(workspace, Input.of(), stop).ifPresent(u -> times.add(u.cpu().seconds()));
            }
        }
        return times.isEmpty() ? 0 : median(times);
    }

    private static Curve curve(String variant, List<Run> runs, Measure measure, double floor) {
        Map<Long, List<Double>> bySize = new LinkedHashMap<>();
        for (Run run : runs) {
            double time = measure == Measure.CPU ? run.cpu() : run.wall();
            bySize.computeIfAbsent(run.size(), _ -> new ArrayList<>())
                    .add(Math.max(0, time - floor));
        }
        List<Point> points = new ArrayList<>();
        bySize.forEach(
                (size, times) -> {
                    double median = median(times);
                    points.add(new Point(size, times, median, median >= LEAST));
                });
        return new Curve(variant, points, exponent(points));
    }

    private static @Nullable Exponent exponent(List<Point> points) {
        List<Point> counted = points.stream().filter(Point::counted).toList();
        if (counted.size() < 3) {
            return null;
        }
        TheilSen line =
                TheilSen.of(
                        counted.stream().mapToDouble(p -> Math.log((double) p.size())).toArray(),
                        counted.stream().mapToDouble(p -> Math.log(p.median())).toArray());
        Interval interval = line.interval(0.01);
        return new Exponent(line.slope(), interval.low(), interval.high());
    }

    private static @Nullable Long overtakes(List<Curve> curves) {
        if (curves.size() != 2) {
            return null;
        }
        List<Point> first = curves.get(0).points();
        List<Point> second = curves.get(1).points();
        int count = Math.min(first.size(), second.size());
        int from = count;
        while (from > 0 && second.get(from - 1).median() < first.get(from - 1).median()) {
            from--;
        }
        return from == 0 || from == count ? null : first.get(from).size();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
