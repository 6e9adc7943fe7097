package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// All samples of one moment, until it is known how long a time they stand for.
///
/// Elapsed time is shared out so that it adds up to the run's own: among the threads that run; when
/// none does, it belongs to what the main thread waits for, unless that waits for another thread or
/// process of the program, which then waits for something itself.
final class Tick {
    private record Entry(WatchedThread thread, Node place, Activity activity) {}

    private final List<Entry> entries = new ArrayList<>();
    private @Nullable WatchedThread first;
    private long time;

    /// Begins anew. @param now nanoseconds
    void begin(long now) {
        entries.clear();
        first = null;
        time = now;
    }

    long time() {
        return time;
    }

    int size() {
        return entries.size();
    }

    /// @param isFirst whether it is the main thread of the program's first process
    void add(WatchedThread thread, Node place, boolean isFirst) {
        entries.add(new Entry(thread, place, thread.activity));
        if (isFirst) {
            first = thread;
        }
    }

    /// Gives the samples to their threads. @param span seconds that each stands for
    void settle(double span) {
        Activity takes = takes();
        boolean mainTakes = takes == null;
        int sharers = 0;
        for (Entry entry : entries) {
            sharers += entry.activity == takes ? 1 : 0;
        }
        for (Entry entry : entries) {
            boolean shares = mainTakes ? entry.thread == first : entry.activity == takes;
            double share = shares ? span / (mainTakes ? 1 : sharers) : 0;
            entry.thread.spend(entry.place, entry.activity, span, share);
        }
    }

    /// What the threads do that the time belongs to; null when it belongs to the main thread.
    private @Nullable Activity takes() {
        boolean outside = false;
        Activity main = null;
        for (Entry entry : entries) {
            if (entry.activity == Activity.RUNNING) {
                return Activity.RUNNING;
            }
            outside |= entry.activity == Activity.WAITING;
            main = entry.thread == first ? entry.activity : main;
        }
        boolean waitsForOwn = main == null || main != Activity.WAITING;
        return waitsForOwn && outside ? Activity.WAITING : main == null ? firstActivity() : null;
    }

    private @Nullable Activity firstActivity() {
        return entries.isEmpty() ? null : entries.getFirst().activity;
    }
}
