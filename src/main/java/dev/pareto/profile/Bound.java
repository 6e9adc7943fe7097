package dev.pareto.profile;

import dev.pareto.quantity.Share;
import dev.pareto.quantity.WallTime;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What holds a program up, the processor or waiting, with the evidence for it.
///
/// A thread that waits while another one of its process works does not make a program I/O-bound,
/// and a thread that waits for the interpreter lock waits for a processor, not for a device. What
/// other programs took of the machine (the run queue) says nothing about this one and is left out.
///
/// @param kind the judgement
/// @param working part of the time in which something of the program worked
/// @param wall the time judged: from the first own code to the end
/// @param processes how many were seen; @param threads how many were seen in all of them
/// @param worker the thread with most of the processor time, where that is not the main one
public record Bound(
        Kind kind,
        Share working,
        WallTime wall,
        int processes,
        int threads,
        Optional<ThreadCost> worker) {
    /// From this part of its own time on, something is bound by the processor.
    private static final double MOSTLY = 0.8;

    /// Below this part it is bound by what it waits for.
    private static final double HARDLY = 0.5;

    /// What holds it up.
    public enum Kind {
        /// It works for at least 80 % of its own time.
        CPU,
        /// It waits for more than half of it.
        IO,
        MIXED
    }

    /// Judges a run; empty where its engine did not tell working from waiting.
    public static Optional<Bound> of(Profile profile) {
        double own = profile.wall().seconds() - profile.startup().seconds();
        if (profile.engine().traced() || profile.engine() == EngineKind.IMPORTED || own <= 0) {
            return Optional.empty();
        }
        List<ThreadCost> threads = profile.threads();
        if (threads.isEmpty()) {
            double cpu = Math.min(1, profile.cpu().seconds() / profile.wall().seconds());
            return Optional.of(
                    new Bound(kind(cpu), new Share(cpu), profile.wall(), 1, 1, Optional.empty()));
        }
        ThreadCost main = threads.getFirst();
        double wall = Math.max(own, main.cost().wall().seconds());
        double working = working(threads, wall);
        ThreadCost busiest =
                threads.stream()
                        .max(Comparator.comparingDouble(one -> one.cost().cpu().seconds()))
                        .orElse(main);
        int processes = (int) threads.stream().mapToInt(ThreadCost::process).distinct().count();
        return Optional.of(
                new Bound(
                        kind(working),
                        new Share(working),
                        new WallTime(wall),
                        processes,
                        threads.size(),
                        Optional.of(busiest).filter(one -> !one.equals(main))));
    }

    /// The part of its own time in which a thread worked, or would have but for the interpreter
    /// lock.
    public static Share working(ThreadCost thread) {
        double work = thread.cost().cpu().seconds() + thread.gil().seconds();
        double own = thread.cost().cpu().seconds() + thread.cost().waiting().seconds();
        return new Share(own <= 0 ? 0 : Math.min(1, work / own));
    }

    /// What holds up one thread. One that waits may wait for others of the same program.
    public static Kind of(ThreadCost thread) {
        return kind(working(thread).fraction());
    }

    private static Kind kind(double working) {
        return working >= MOSTLY ? Kind.CPU : working < HARDLY ? Kind.IO : Kind.MIXED;
    }

    /// Threads of one process take turns at the interpreter, so their processor times add up.
    /// Processes may work one after the other or at once, which their times do not tell: those that
    /// work for as long as they live add up, of the others the busiest counts.
    private static double working(List<ThreadCost> threads, double wall) {
        Collection<List<ThreadCost>> processes =
                threads.stream().collect(Collectors.groupingBy(ThreadCost::process)).values();
        double steady = 0;
        double other = 0;
        for (List<ThreadCost> process : processes) {
            double cpu = process.stream().mapToDouble(one -> one.cost().cpu().seconds()).sum();
            double queued =
                    process.stream().mapToDouble(one -> one.cost().runQueue().seconds()).sum();
            double lived =
                    process.stream()
                            .mapToDouble(one -> one.cost().wall().seconds())
                            .max()
                            .orElse(0);
            double idle = Math.max(0, wall - cpu - queued);
            double part = cpu / Math.max(1e-9, cpu + idle);
            if (cpu >= MOSTLY * (lived - queued)) {
                steady += part;
            } else {
                other = Math.max(other, part);
            }
        }
        return Math.min(1, steady + other);
    }
}
