package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Watches one run from the outside until its first process ends. Runs on a thread of its own.
public final class Sampler implements Runnable {
    private static final long FAMILY_NANOS = 20_000_000;
    private static final long ATTACH_NANOS = 300_000;
    private static final long REPLACED_NANOS = 20_000_000;

    /// Of a second on the clock, at most the fifth part goes into looking.
    private static final int SHARE = 4;

    private final int pid;
    private final Layout layout;
    private final Predicate<String> isOwn;
    private final long interval;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Stacks stacks = new Stacks();
    private final Family family = new Family();
    private final Containers containers = new Containers();
    private final ResidentMemory resident = new ResidentMemory();
    private final Map<Integer, PythonProcess> processes = new LinkedHashMap<>();
    private final List<ThreadTimes> threads = new ArrayList<>();
    private Tick current = new Tick();
    private Tick previous = new Tick();
    private long before;
    private boolean begun;
    private long beginning;
    private long lastFamily;
    private final Set<Integer> pythons = new HashSet<>();
    private long samples;
    private long dropped;
    private double cost;
    private boolean replaced;
    private boolean forbidden;
    private volatile long soFar;
    private volatile boolean over;
    private volatile @Nullable Recording recording;

    /// @param isOwn whether a file, by the interpreter's name for it, is the program's own; asked
    ///   on the sampling thread
    /// @param interval nanoseconds from one look to the next, on average
    public Sampler(long pid, Layout layout, Predicate<String> isOwn, long interval) {
        this.pid = Math.toIntExact(pid);
        this.layout = layout;
        this.isOwn = isOwn;
        this.interval = interval;
    }

    /// Samples taken until now. Any thread.
    public long soFar() {
        return soFar;
    }

    /// Ends the watching soon. Any thread.
    public void end() {
        over = true;
    }

    /// What was seen. After the sampling thread has ended.
    public Recording recording() {
        Recording made = recording;
        if (made == null) {
            throw new IllegalStateException("The sampler has not ended, or it failed");
        }
        return made;
    }

    @Override
    public void run() {
        long cpu = clock.getCurrentThreadCpuTime();
        boolean alive = true;
        long next = System.nanoTime();
        while (alive && !over) {
            long now = System.nanoTime();
            long pause = ATTACH_NANOS;
            PythonProcess first = processes.get(pid);
            if (first == null) {
                first = attach(pid);
                alive = first != null || exists();
                pause = replaced ? REPLACED_NANOS : ATTACH_NANOS;
            }
            if (first != null) {
                alive = look(now, first);
                pause = begun ? interval : ATTACH_NANOS;
            }
            long spent = System.nanoTime() - now;
            cost += 0.05 * (spent - cost);
            // At random, lest the program's own rhythm is met again and again.
            double jitter = 0.75 + 0.5 * ThreadLocalRandom.current().nextDouble();
            next =
                    Math.max(next, now - pause)
                            + (long) (Math.max((double) pause, cost * SHARE) * jitter);
            if (alive) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        finish(cpu);
    }

    private boolean exists() {
        ThreadFiles main = ThreadFiles.open(pid, pid);
        if (main == null) {
            return false;
        }
        try (main) {
            return !main.isDead();
        }
    }

    private @Nullable PythonProcess attach(int process) {
        PythonProcess attached = PythonProcess.attach(process, layout, isOwn, containers);
        if (attached != null) {
            processes.put(process, attached);
            pythons.add(process);
        }
        return attached;
    }

    /// One look at all processes. False when the first has ended.
    private boolean look(long now, PythonProcess first) {
        current.begin(now);
        long droppedBefore = first.dropped();
        List<PythonProcess> lost = new ArrayList<>();
        for (PythonProcess process : processes.values()) {
            switch (process.look(stacks)) {
                case SEEN -> take(process, process == first);
                case EMPTY -> {}
                case REPLACED -> {
                    replaced |= process == first && begun;
                    lost.add(process);
                }
                case FORBIDDEN -> {
                    forbidden |= process == first;
                    lost.add(process);
                }
                case GONE -> lost.add(process);
            }
        }
        boolean gone = lost.contains(first) && !exists();
        if (!begun && first.hasSeenOwn()) {
            begun = true;
            beginning = now;
            before = now;
            previous.begin(now);
            processes.values().forEach(PythonProcess::begin);
        }
        boolean isTorn = current.size() == 0 && first.dropped() > droppedBefore;
        // The looks around a torn one stand for its time too.
        if (begun && !gone && !isTorn) {
            settle(now);
            swap();
            processes.values().forEach(PythonProcess::retire);
        }
        lost.forEach(this::drop);
        if (now - lastFamily > FAMILY_NANOS && begun && !gone) {
            lastFamily = now;
            for (int child : family.below(pid, processes.values())) {
                if (!processes.containsKey(child)) {
                    attach(child);
                }
            }
        }
        return !gone && !(forbidden && first == processes.get(pid));
    }

    private void take(PythonProcess process, boolean isFirst) {
        Node busiest = null;
        for (WatchedThread thread : process.seen()) {
            Node leaf = thread.leaf;
            if (leaf == null) {
                continue;
            }
            current.add(thread, leaf, isFirst && thread.isMain());
            if (thread.activity == Activity.RUNNING ? busiest == null : thread.isMain()) {
                busiest = busiest == null ? leaf : busiest;
            }
        }
        if (begun && busiest != null) {
            process.residentChanges().add(busiest, (double) process.residentChange());
        }
        if (isFirst) {
            resident.add(current.time(), process.resident());
        }
    }

    /// The last look stands for half the time since the one before, and half the time until now.
    private void settle(long now) {
        double span = (now - before) / 2e9;
        if (previous.size() > 0) {
            previous.settle(span);
            samples += previous.size();
            soFar = samples;
        } else {
            // No Python was there: it has ended, or became another program.
            stacks.root().elapsed += span;
        }
        before = previous.time();
    }

    private void swap() {
        Tick free = previous;
        previous = current;
        current = free;
    }

    private void drop(PythonProcess process) {
        processes.remove(process.pid());
        threads.addAll(process.close());
        dropped += process.dropped();
    }

    private void finish(long cpu) {
        // It ended some time between the last look and now.
        long end = begun ? (previous.time() + System.nanoTime()) / 2 : System.nanoTime();
        if (begun) {
            // The last look stands for all the time that is left.
            settle(2 * end - previous.time());
        }
        List.copyOf(processes.values()).forEach(this::drop);
        family.close();
        recording =
                new Recording(
                        stacks.root(),
                        begun ? (end - beginning) / 1e9 : 0,
                        end,
                        samples,
                        dropped,
                        resident.points(),
                        List.copyOf(threads),
                        containers.seen(),
                        pythons.size(),
                        (clock.getCurrentThreadCpuTime() - cpu) / 1e9,
                        replaced,
                        forbidden,
                        stacks.isCut());
    }
}
