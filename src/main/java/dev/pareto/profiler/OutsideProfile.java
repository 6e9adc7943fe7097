package dev.pareto.profiler;

import dev.pareto.profile.ContainerSeen;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.profile.ThreadCost;
import dev.pareto.profiler.outside.Containers;
import dev.pareto.profiler.outside.Recording;
import dev.pareto.profiler.outside.ThreadTimes;
import dev.pareto.python.Ended;
import dev.pareto.python.Usage;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// A profile from what the outside sampler recorded, of one run or of several of a short program:
/// then its times are those of a mean run.
final class OutsideProfile {
    /// A run and how it ended.
    record Run(Recording recording, Ended ended) {
        Usage usage() {
            return ended.usage();
        }

        /// Seconds of the whole run; when nobody told, those that were watched.
        double wall() {
            return Math.max(usage().wall().seconds(), recording.elapsed());
        }

        /// Seconds before the program's first own frame.
        double startup() {
            return wall() - recording.elapsed();
        }
    }

    private static final double MANY_DROPPED = 0.05;

    private final List<Run> runs;
    private final CodeFiles files;
    private final StackSums sums;
    private final String program;

    OutsideProfile(List<Run> runs, CodeFiles files, String program) {
        this.runs = runs;
        this.files = files;
        this.program = program;
        sums = new StackSums(files);
        runs.forEach(run -> sums.add(run.recording().top()));
    }

    Profile profile() {
        long samples = runs.stream().mapToLong(run -> run.recording().samples()).sum();
        long dropped = runs.stream().mapToLong(run -> run.recording().dropped()).sum();
        Run best =
                runs.stream()
                        .max(Comparator.comparingLong(run -> run.recording().samples()))
                        .orElseThrow();
        return new Profile(
                EngineKind.OUTSIDE,
                new WallTime(mean(Run::wall)),
                new CpuTime(mean(run -> run.usage().cpu().seconds())),
                sums.all().waiting(),
                new WallTime(mean(Run::startup)),
                samples,
                dropped,
                sums.functions(),
                sums.lines(),
                sums.tree(program),
                memory(best),
                threads(best.recording().threads()),
                containers(best.recording().containers()),
                new CpuTime(mean(run -> run.recording().overhead())),
                runs.stream().allMatch(run -> run.ended() instanceof Ended.Finished),
                notes(samples, dropped));
    }

    private double mean(ToDoubleFunction<Run> figure) {
        return runs.stream().mapToDouble(figure).average().orElse(0);
    }

    private static MemoryTimeline memory(Run run) {
        double wall = run.wall();
        long end = run.recording().end();
        return new MemoryTimeline(
                run.usage().peakMemory(),
                run.recording().resident().stream()
                        .map(
                                point ->
                                        new MemoryTimeline.Point(
                                                new WallTime(
                                                        Math.max(
                                                                0,
                                                                wall - (end - point.at()) / 1e9)),
                                                new Bytes(point.bytes())))
                        .toList());
    }

    /// One cost for each thread: a process that replaced itself is still the same.
    private static List<ThreadCost> threads(List<ThreadTimes> times) {
        Map<Integer, Integer> processes = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        var merged =
                times.stream()
                        .collect(
                                Collectors.toMap(
                                        time -> List.of(time.process(), time.id()),
                                        time -> time,
                                        ThreadTimes::plus))
                        .values();
        return merged.stream()
                .sorted(
                        Comparator.comparingInt(ThreadTimes::process)
                                .thenComparing(one -> !one.main())
                                .thenComparingInt(ThreadTimes::id))
                .map(
                        time -> {
                            int process =
                                    processes.computeIfAbsent(
                                            time.process(), _ -> processes.size() + 1);
                            int thread = counts.merge(process, 1, Integer::sum);
                            return new ThreadCost(
                                    process, thread, cost(time), new WallTime(time.gil()));
                        })
                .toList();
    }

    private List<ContainerSeen> containers(List<Containers.Seen> seen) {
        return seen.stream()
                .map(
                        one ->
                                new ContainerSeen(
                                        files.of(one.function().file()),
                                        one.line(),
                                        one.function().name(),
                                        one.variable(),
                                        one.type(),
                                        one.samples(),
                                        one.meanLength(),
                                        one.longest()))
                .sorted(Comparator.comparingLong(ContainerSeen::samples).reversed())
                .toList();
    }

    private static Cost cost(ThreadTimes time) {
        return new Cost(
                new WallTime(time.elapsed()),
                new CpuTime(time.cpu()),
                new WallTime(Math.max(0, time.elapsed() - time.cpu() - time.queue())),
                new WallTime(time.queue()),
                time.samples());
    }

    private List<String> notes(long samples, long dropped) {
        List<String> notes = new ArrayList<>();
        if (runs.size() > 1) {
            notes.add(
                    "The program is short, so it was run "
                            + runs.size()
                            + " times to have enough samples; times are those of a mean run.");
        }
        Recording first = runs.getFirst().recording();
        if (samples == 0) {
            notes.add("No code of the program's own files was seen running.");
        }
        if (dropped > MANY_DROPPED * (samples + dropped)) {
            notes.add(
                    dropped
                            + " of "
                            + (samples + dropped)
                            + " samples did not fit together and were not used.");
        }
        long faults = Math.round(mean(run -> run.usage().majorFaults()));
        if (DiskFaults.matter(faults, mean(Run::wall))) {
            notes.add(DiskFaults.words(faults));
        }
        if (first.replaced()) {
            notes.add(
                    "The program replaced itself by another one (exec). What was not Python, or"
                            + " another Python, was not sampled.");
        }
        if (first.cut()) {
            notes.add(
                    "Some stacks were very deep: of these, only the outermost and innermost frames"
                            + " were kept.");
        }
        return notes;
    }
}
