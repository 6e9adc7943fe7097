package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One process of the program that is a Python of the known build. The sampling thread's.
final class PythonProcess {
    private static final int MOST_THREADS = 128;
    private static final int TRIES = 3;

    /// Local variables are looked at in every so many looks.
    private static final int LOCALS_EVERY = 8;

    private final int pid;
    private final Layout layout;
    private final Snapshot memory;
    private final StackWalk walk;
    private final LocalVariables locals;
    private final long runtime;
    private final ThreadTable threads;
    private final List<WatchedThread> seen = new ArrayList<>();
    private final ResidentChanges residentChanges = new ResidentChanges();
    private final @Nullable ProcFile resident;
    private long now;
    private long lastResident = -1;
    private long residentChange;
    private long dropped;
    private boolean ownSeen;

    /// What a look at the process came to.
    enum Look {
        /// Its threads are in [#seen()].
        SEEN,
        /// It has no interpreter yet, or no longer.
        EMPTY,
        /// Its memory is another program's now.
        REPLACED,
        /// It has ended.
        GONE,
        /// We may not read it.
        FORBIDDEN
    }

    private PythonProcess(
            int pid, Layout layout, long base, Predicate<String> isOwn, Containers containers) {
        this.pid = pid;
        this.layout = layout;
        memory = new Snapshot(pid);
        runtime = base + layout.runtime();
        var codes =
                new CodeObjects(
                        layout, memory, base + layout.codeType(), base + layout.textType(), isOwn);
        walk = new StackWalk(layout, memory, codes, base + layout.none());
        threads = new ThreadTable(pid, layout, memory);
        locals = new LocalVariables(layout, memory, base, containers);
        resident = ProcFile.open("/proc/" + pid + "/statm");
    }

    /// Null when it is not a Python of this build, or not yet.
    static @Nullable PythonProcess attach(
            int pid, Layout layout, Predicate<String> isOwn, Containers containers) {
        long base = Mapping.base(pid, layout.library());
        return base == 0 ? null : new PythonProcess(pid, layout, base, isOwn, containers);
    }

    int pid() {
        return pid;
    }

    /// The threads of the last look that could be read.
    List<WatchedThread> seen() {
        return seen;
    }

    /// Samples so far that did not fit together.
    long dropped() {
        return dropped;
    }

    /// Whether code of the program itself has been seen.
    boolean hasSeenOwn() {
        return ownSeen;
    }

    /// Looks at all threads once.
    Look look(Stacks stacks) {
        now++;
        seen.clear();
        boolean whole = false;
        for (int attempt = 0; attempt < TRIES && !whole; attempt++) {
            memory.take();
            long interpreter = memory.word(runtime + layout.runtimeInterpreter());
            if (memory.failed()) {
                return switch (memory.failure()) {
                    case GONE -> Look.GONE;
                    case FORBIDDEN -> Look.FORBIDDEN;
                    case UNMAPPED -> Look.REPLACED;
                };
            }
            if (interpreter == 0) {
                return Look.EMPTY;
            }
            whole = readThreads(interpreter, stacks, attempt + 1 == TRIES);
        }
        threads.endAllBut(now);
        seen.removeIf(thread -> !readActivity(thread));
        readResident();
        return Look.SEEN;
    }

    /// What it did until now does not count.
    void begin() {
        dropped = 0;
        threads.begin();
    }

    /// Lets go of threads that have ended, once their last samples are settled.
    void retire() {
        threads.retire();
    }

    /// False when some stack did not fit together; those that did are in `seen`.
    private boolean readThreads(long interpreter, Stacks stacks, boolean last) {
        long state = memory.word(interpreter + layout.interpreterThreads());
        boolean whole = true;
        for (int i = 0; state != 0 && i < MOST_THREADS && !memory.failed(); i++) {
            WatchedThread thread = threads.at(state, now, walk.hasFrames(state));
            if (thread != null && !seen.contains(thread)) {
                if (walk.read(state, now) && hasKnownBottom(thread)) {
                    ownSeen = ownSeen || walk.own() >= 0;
                    if (ownSeen && now % LOCALS_EVERY == 0) {
                        locals.look(walk);
                    }
                    thread.leaf = stacks.add(walk);
                    seen.add(thread);
                } else {
                    memory.forgive();
                    whole = false;
                    dropped += last ? 1 : 0;
                }
            }
            state = memory.word(state + layout.threadNext());
        }
        if (memory.failed()) {
            memory.forgive();
            whole = false;
        }
        return whole;
    }

    /// The outermost frame of a thread hardly ever changes; when it seems to, it must do so twice.
    private boolean hasKnownBottom(WatchedThread thread) {
        long bottom = walk.bottom();
        if (bottom == thread.bottom || bottom == 0 || walk.isCut()) {
            return true;
        }
        if (bottom == thread.suspectedBottom || thread.bottom == 0) {
            thread.bottom = bottom;
            return true;
        }
        thread.suspectedBottom = bottom;
        return false;
    }

    private boolean readActivity(WatchedThread thread) {
        Activity activity = thread.files().activity(runtime, runtime + layout.runtimeSize());
        if (activity == null) {
            // It ended between the two looks.
            threads.end(thread);
            return false;
        }
        thread.activity = activity;
        return true;
    }

    private void readResident() {
        residentChange = 0;
        if (resident != null && resident.read()) {
            long pages = resident.number(1);
            residentChange = lastResident < 0 ? 0 : (pages - lastResident) * layout.pageSize();
            lastResident = pages;
        }
    }

    /// Resident bytes at the last look.
    long resident() {
        return Math.max(0, lastResident) * layout.pageSize();
    }

    /// To be told where the process was.
    ResidentChanges residentChanges() {
        return residentChanges;
    }

    /// How much they changed since the look before.
    long residentChange() {
        return residentChange;
    }

    /// Lets go of it, and says what its threads have spent.
    List<ThreadTimes> close() {
        List<ThreadTimes> times = threads.close();
        residentChanges.end();
        if (resident != null) {
            resident.close();
        }
        memory.close();
        return times;
    }
}
