package dev.pareto.python;

import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

/// What a run used, from `wait4` and the scheduler.
///
/// @param wall from the instant before exec to its end
/// @param user and system: the program with the children that it waited for
/// @param peakMemory peak resident memory of the largest process (not the sum)
/// @param majorFaults page faults that needed the disk
/// @param runQueue time that its main thread was ready but had no core; zero where unknown (see
///   `threadTimes`)
/// @param workingThreads threads seen with at least 1 % of the CPU time; at least 1
/// @param children whether it had child processes
public record Usage(
        WallTime wall,
        CpuTime user,
        CpuTime system,
        Bytes peakMemory,
        long majorFaults,
        WallTime runQueue,
        int workingThreads,
        boolean children) {
    public static final Usage NONE =
            new Usage(
                    WallTime.ZERO,
                    CpuTime.ZERO,
                    CpuTime.ZERO,
                    Bytes.ZERO,
                    0,
                    WallTime.ZERO,
                    1,
                    false);

    public CpuTime cpu() {
        return user.plus(system);
    }

    /// Time blocked, by a main thread that has neither helpers nor children: wall − CPU − run
    /// queue, at least 0.
    public WallTime blocked() {
        return new WallTime(Math.max(0, wall.seconds() - cpu().seconds() - runQueue.seconds()));
    }
}
