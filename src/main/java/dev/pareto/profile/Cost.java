package dev.pareto.profile;

import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

/// Time spent at one place, split by what the thread did.
///
/// @param wall all of it: on the processor, waiting, and waiting for a processor
/// @param cpu on the processor
/// @param waiting blocked: sleep, socket, lock, disk
/// @param runQueue ready to run, but no processor was free
/// @param samples how many samples it rests on; 0 for an engine that counts instead
public record Cost(WallTime wall, CpuTime cpu, WallTime waiting, WallTime runQueue, long samples) {
    public static final Cost ZERO =
            new Cost(WallTime.ZERO, CpuTime.ZERO, WallTime.ZERO, WallTime.ZERO, 0);

    public Cost plus(Cost other) {
        return new Cost(
                wall.plus(other.wall),
                cpu.plus(other.cpu),
                waiting.plus(other.waiting),
                runQueue.plus(other.runQueue),
                samples + other.samples);
    }
}
