package dev.pareto.profiler;

import dev.pareto.profile.Cost;
import dev.pareto.profiler.outside.Node;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

/// A growing sum of what was spent somewhere. One thread.
final class Spent {
    private double elapsed;
    private double cpu;
    private double waiting;
    private double queue;
    private long samples;

    void add(Node node) {
        elapsed += node.elapsed();
        cpu += node.cpu();
        waiting += node.waiting();
        queue += node.queue();
        samples += node.samples();
    }

    void add(Spent other) {
        elapsed += other.elapsed;
        cpu += other.cpu;
        waiting += other.waiting;
        queue += other.queue;
        samples += other.samples;
    }

    double elapsed() {
        return elapsed;
    }

    boolean isNothing() {
        return elapsed <= 0 && cpu <= 0;
    }

    /// The mean of so many runs; the samples are those of all.
    Cost cost(int runs) {
        return new Cost(
                new WallTime(elapsed / runs),
                new CpuTime(cpu / runs),
                new WallTime(waiting / runs),
                new WallTime(queue / runs),
                samples);
    }
}
