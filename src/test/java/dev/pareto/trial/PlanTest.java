package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.python.Launcher.Abilities;
import dev.pareto.python.Usage;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;
import dev.pareto.trial.TrialResult.Mode;

import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

class PlanTest {
    private static final Abilities ALL = new Abilities(true, true, true, true);
    private static final Abilities PORTABLE = new Abilities(false, false, false, false);
    private static final Usage BUSY = usage(1.0, 0.98, 1, false);

    /// Peak memory is 100 MB.
    private static Usage usage(double wall, double cpu, int threads, boolean children) {
        return new Usage(
                new WallTime(wall),
                new CpuTime(cpu),
                CpuTime.ZERO,
                Bytes.ofMega(100),
                0,
                WallTime.ZERO,
                threads,
                children);
    }

    private static Plan plan(Usage candidate) {
        return Plan.of(BUSY, candidate, ALL, OptionalLong.empty(), null);
    }

    @Test
    void braidsWhatOnlyComputesInOneThread() {
        assertEquals(new Plan(Mode.BRAID, Timing.CPU, ""), plan(BUSY));
    }

    @Test
    void takesTurnsWhereOneWaitsAndLeavesOutTheWaitForACore() {
        assertEquals(
                new Plan(
                        Mode.SEQUENTIAL,
                        Timing.WALL_LESS_QUEUE,
                        "The program waits for more than 5 % of its time."),
                plan(usage(1.0, 0.94, 1, false)));
    }

    @Test
    void takesPlainWallTimeForBothWhereOneHasThreadsOrChildren() {
        assertEquals(
                new Plan(Mode.SEQUENTIAL, Timing.WALL, "The program computes in several threads."),
                plan(usage(1.0, 1.9, 2, false)));
        assertEquals(
                new Plan(Mode.SEQUENTIAL, Timing.WALL, "The program starts other processes."),
                plan(usage(1.0, 1.0, 1, true)));
    }

    @Test
    void takesTurnsWhereBothDoNotFitInMemory() {
        assertEquals(
                "Both do not fit in memory at once.",
                Plan.of(BUSY, BUSY, ALL, OptionalLong.of(199_000_000), null).why());
    }

    @Test
    void takesTurnsWhereNothingCanBePinnedWhateverIsWished() {
        assertEquals(
                new Plan(
                        Mode.SEQUENTIAL,
                        Timing.WALL,
                        "This system cannot hold a pair on one core."),
                Plan.of(BUSY, BUSY, PORTABLE, OptionalLong.empty(), Mode.BRAID));
    }

    @Test
    void doesAsItIsTold() {
        assertEquals(
                new Plan(Mode.SEQUENTIAL, Timing.WALL_LESS_QUEUE, ""),
                Plan.of(BUSY, BUSY, ALL, OptionalLong.empty(), Mode.SEQUENTIAL));
    }
}
