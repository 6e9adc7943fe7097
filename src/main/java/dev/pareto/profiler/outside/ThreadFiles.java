package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// What `/proc` says of one thread. One thread of ours.
final class ThreadFiles implements AutoCloseable {
    private static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");

    /// Numbers of the system calls futex, futex_waitv; wait4, waitid.
    private static final Set<Long> LOCKS = ARM ? Set.of(98L, 449L) : Set.of(202L, 449L);

    private static final Set<Long> WAITS = ARM ? Set.of(260L, 95L) : Set.of(61L, 247L);

    private final @Nullable ProcFile call;
    private final ProcFile state;
    private final @Nullable ProcFile schedule;

    private ThreadFiles(@Nullable ProcFile call, ProcFile state, @Nullable ProcFile schedule) {
        this.call = call;
        this.state = state;
        this.schedule = schedule;
    }

    /// Null when there is no such thread.
    static @Nullable ThreadFiles open(int pid, int thread) {
        String folder = "/proc/" + pid + "/task/" + thread + "/";
        ProcFile state = ProcFile.open(folder + "stat");
        if (state == null) {
            return null;
        }
        ProcFile call = ProcFile.open(folder + "syscall");
        if (call != null && (!call.read() || call.length() == 0)) {
            call.close();
            call = null;
        }
        return new ThreadFiles(call, state, ProcFile.open(folder + "schedstat"));
    }

    /// What it does now; null when it is gone.
    ///
    /// @param interpreter where the interpreter keeps its own locks: from this address
    /// @param interpreterEnd up to this one
    @Nullable Activity activity(long interpreter, long interpreterEnd) {
        if (call == null) {
            return stateAlone();
        }
        if (!call.read()) {
            return null;
        }
        // "running", or the number and arguments of the system call that it is blocked in, or "-1"
        // for one that is blocked elsewhere in the kernel, as in a page fault.
        if (call.at(0) == 'r') {
            return Activity.RUNNING;
        }
        long number = call.number(0);
        if (LOCKS.contains(number)) {
            long lock = call.hexadecimal(1);
            return interpreter <= lock && lock < interpreterEnd
                    ? Activity.WAITING_FOR_GIL
                    : Activity.WAITING_FOR_OWN;
        }
        return WAITS.contains(number) ? Activity.WAITING_FOR_OWN : Activity.WAITING;
    }

    private @Nullable Activity stateAlone() {
        if (!state.read()) {
            return null;
        }
        // The name before it stands in brackets and may contain anything.
        return switch (state.at(state.last(')') + 2)) {
            case 'R' -> Activity.RUNNING;
            case 'Z', 'X', 0 -> null;
            default -> Activity.WAITING;
        };
    }

    /// Whether it has ended and only its number is left.
    boolean isDead() {
        if (!state.read()) {
            return true;
        }
        byte letter = state.at(state.last(')') + 2);
        return letter == 'Z' || letter == 'X' || letter == 0;
    }

    /// Reads [#onProcessor()] and [#inQueue()] anew; false when there is nothing to read.
    boolean readSchedule() {
        return schedule != null && schedule.read() && schedule.length() > 0;
    }

    /// Nanoseconds on a processor until the last scheduler tick.
    long onProcessor() {
        return schedule == null ? 0 : Math.max(0, schedule.number(0));
    }

    /// Nanoseconds ready, but without a processor.
    long inQueue() {
        return schedule == null ? 0 : Math.max(0, schedule.number(1));
    }

    @Override
    public void close() {
        if (call != null) {
            call.close();
        }
        state.close();
        if (schedule != null) {
            schedule.close();
        }
    }
}
