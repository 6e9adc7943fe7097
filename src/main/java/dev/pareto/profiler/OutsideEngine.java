package dev.pareto.profiler;

import dev.pareto.profile.EngineKind;
import dev.pareto.profiler.OutsideProfile.Run;
import dev.pareto.profiler.ProfileProgress.Phase;
import dev.pareto.profiler.outside.Layout;
import dev.pareto.profiler.outside.Layouts;
import dev.pareto.profiler.outside.Sampler;
import dev.pareto.profiler.outside.Watch;
import dev.pareto.program.Output.Exit;
import dev.pareto.python.Command;
import dev.pareto.python.Ended;
import dev.pareto.python.LauncherException;
import dev.pareto.python.PythonSources;
import dev.pareto.python.Running;
import dev.pareto.python.StopSignal;
import dev.pareto.quantity.WallTime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Our own engine: the program runs as it is, and is looked at from outside a thousand times a
/// second. Linux and CPython 3.10 or later.
public final class OutsideEngine implements Engine {
    private static final long INTERVAL = 1_000_000;

    /// Programs with less time of their own than this are run several times.
    private static final double SHORT_SECONDS = 0.2;

    private static final long SHORT_INTERVAL = 250_000;
    private static final long ENOUGH_SAMPLES = 400;
    private static final int MOST_RUNS = 60;

    /// After so many runs, more make no sense when there is less than one sample of each.
    private static final int HOPELESS_RUNS = 10;

    private static final double MOST_SECONDS = 3;

    private final Layouts layouts;

    /// @param sources must stay open longer than this; @param cache a folder of ours for what was
    ///   found out about interpreters
    public OutsideEngine(PythonSources sources, Path cache) {
        layouts = new Layouts(sources, cache);
    }

    @Override
    public EngineKind kind() {
        return EngineKind.OUTSIDE;
    }

    @Override
    public Profiled profile(ProfileRequest request, StopSignal stop, ProfileProgress progress)
            throws InterruptedException {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return new Profiled.Unavailable("Sampling from outside works on Linux only.");
        }
        if (!request.launcher().abilities().outsideSampling()) {
            return new Profiled.Unavailable(
                    "The kernel does not allow reading the memory of the program"
                            + " (kernel.yama.ptrace_scope is 2 or more). Set it to 1 to sample from"
                            + " outside.");
        }
        progress.at(Phase.PREPARING, WallTime.ZERO, 0);
        try {
            Command command = command(request);
            return switch (layouts.of(
                    Path.of(command.argv().getFirst()),
                    command.environment(),
                    request.launcher())) {
                case Layouts.Answer.Missing(String reason) -> new Profiled.Unavailable(reason);
                case Layouts.Answer.Known(Layout layout) ->
                        profile(request, layout, stop, progress);
            };
        } catch (LauncherException e) {
            return new Profiled.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private static Command command(ProfileRequest request) {
        return request.workspace().command(request.input(), request.limits(), Map.of());
    }

    private static Profiled profile(
            ProfileRequest request, Layout layout, StopSignal stop, ProfileProgress progress)
            throws LauncherException, InterruptedException {
        long begin = System.nanoTime();
        var files = new CodeFiles(request.workspace().root());
        List<Run> runs = new ArrayList<>();
        long interval = INTERVAL;
        do {
            runs.add(run(request, layout, files, interval, stop, progress));
            interval = SHORT_INTERVAL;
        } while (isWorthAnother(runs, (System.nanoTime() - begin) / 1e9) && !stop.isRequested());
        var last = runs.getLast();
        progress.at(Phase.BUILDING, last.usage().wall(), samples(runs));
        if (runs.getFirst().recording().forbidden()) {
            return new Profiled.Unavailable(
                    "The kernel does not allow reading the memory of the program, so it cannot be"
                            + " sampled from outside.");
        }
        if (runs.stream().allMatch(run -> run.recording().processes() == 0)
                && last.usage().wall().seconds() > SHORT_SECONDS) {
            return new Profiled.Unavailable(
                    "The program did not run in the interpreter that it was started with, so it"
                            + " cannot be sampled from outside.");
        }
        String program = request.workspace().program().label();
        return new Profiled.Done(new OutsideProfile(runs, files, program).profile(), last.ended());
    }

    /// One run; the workspace is put back as it was before.
    private static Run run(
            ProfileRequest request,
            Layout layout,
            CodeFiles files,
            long interval,
            StopSignal stop,
            ProfileProgress progress)
            throws LauncherException, InterruptedException {
        Running running = request.launcher().start(command(request));
        var watch =
                Watch.begin(
                        new Sampler(
                                running.pid(), layout, name -> files.of(name).isOwn(), interval));
        Ended ended;
        try (var _ = stop.whenRequested(running::stop)) {
            ended = ToolRun.await(running, progress, watch::samples);
        }
        var recording = watch.end();
        request.workspace().reset();
        return new Run(recording, ended);
    }

    private static boolean isWorthAnother(List<Run> runs, double seconds) {
        boolean wentWell =
                runs.getLast().ended() instanceof Ended.Finished finished
                        && finished.exit().equals(new Exit.Status(0));
        boolean isShort = runs.getFirst().recording().elapsed() < SHORT_SECONDS;
        long samples = samples(runs);
        boolean isHopeless = runs.size() >= HOPELESS_RUNS && samples < runs.size();
        return wentWell
                && isShort
                && !isHopeless
                && samples < ENOUGH_SAMPLES
                && runs.size() < MOST_RUNS
                && seconds < MOST_SECONDS;
    }

    private static long samples(List<Run> runs) {
        return runs.stream().mapToLong(run -> run.recording().samples()).sum();
    }
}
