package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The threads of one process, found by the addresses of their states. The sampling thread's.
final class ThreadTable {
    private final int pid;
    private final Layout layout;
    private final Snapshot memory;
    private final Map<Long, WatchedThread> threads = new HashMap<>();
    private final List<WatchedThread> ending = new ArrayList<>();
    private final List<ThreadTimes> times = new ArrayList<>();

    ThreadTable(int pid, Layout layout, Snapshot memory) {
        this.pid = pid;
        this.layout = layout;
        this.memory = memory;
    }

    /// The thread with a state; null when it cannot be watched, or not yet.
    ///
    /// @param now number of the look @param hasFrames whether it runs any code of Python
    @Nullable WatchedThread at(long state, long now, boolean hasFrames) {
        WatchedThread known = threads.get(state);
        int claimed = known == null || layout.threadNative() >= 0 ? number(state) : known.claimed();
        if (known != null && known.claimed() == claimed) {
            known.stamp = now;
            return known;
        }
        if (known != null) {
            end(known);
        }
        if (!hasFrames) {
            // Until a thread begins, its state tells the number of the one that made it.
            return null;
        }
        int id = claimed;
        ThreadFiles files = ThreadFiles.open(pid, id);
        if (files == null && threads.isEmpty()) {
            // After a fork, a state may still tell the number that the thread had in the parent.
            id = pid;
            files = ThreadFiles.open(pid, id);
        }
        if (files == null) {
            return null;
        }
        WatchedThread fresh = new WatchedThread(pid, id, claimed, files);
        fresh.stamp = now;
        threads.put(state, fresh);
        return fresh;
    }

    private int number(long state) {
        if (layout.threadNative() >= 0) {
            return (int) memory.word(state + layout.threadNative());
        }
        long own = memory.word(state + layout.threadIdent());
        return layout.pthreadNative() < 0 || own == 0
                ? pid
                : memory.number(own + layout.pthreadNative());
    }

    /// What they did until now does not count.
    void begin() {
        threads.values().forEach(WatchedThread::begin);
    }

    /// Takes a thread out that has ended.
    void end(WatchedThread thread) {
        threads.values().remove(thread);
        ending.add(thread);
    }

    /// Takes all out that were not asked for in this look.
    void endAllBut(long now) {
        List<WatchedThread> gone = null;
        for (WatchedThread thread : threads.values()) {
            if (thread.stamp != now) {
                gone = gone == null ? new ArrayList<>() : gone;
                gone.add(thread);
            }
        }
        if (gone != null) {
            gone.forEach(this::end);
        }
    }

    /// Lets go of threads that were taken out, once their last samples are settled.
    void retire() {
        for (WatchedThread thread : ending) {
            thread.close();
            times.add(thread.times());
        }
        ending.clear();
    }

    /// Lets go of all threads, and says what each has spent.
    List<ThreadTimes> close() {
        ending.addAll(threads.values());
        threads.clear();
        retire();
        return List.copyOf(times);
    }
}
