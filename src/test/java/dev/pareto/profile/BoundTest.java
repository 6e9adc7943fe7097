package dev.pareto.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.Share;
import dev.pareto.quantity.WallTime;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class BoundTest {
    @Test
    void aProgramThatComputesIsBoundByTheProcessor() {
        ThreadCost main = thread(1, 1, 1.9, 0.1, 0, 0);
        assertEquals(
                Optional.of(
                        new Bound(
                                Bound.Kind.CPU,
                                new Share(0.95),
                                new WallTime(2),
                                1,
                                1,
                                Optional.empty())),
                Bound.of(profile(EngineKind.OUTSIDE, 2.0, main)));
    }

    @Test
    void aProgramThatWaitsForASocketIsBoundByIt() {
        assertEquals(
                Bound.Kind.IO,
                kind(profile(EngineKind.OUTSIDE, 2.0, thread(1, 1, 0.4, 1.6, 0, 0))));
    }

    @Test
    void halfAndHalfIsMixed() {
        assertEquals(
                Bound.Kind.MIXED,
                kind(profile(EngineKind.OUTSIDE, 2.0, thread(1, 1, 1.2, 0.8, 0, 0))));
    }

    @Test
    void aWorkerThatComputesMakesTheProgramBoundByTheProcessorThoughTheMainThreadWaits() {
        ThreadCost main = thread(1, 1, 0.02, 1.98, 0, 0);
        ThreadCost worker = thread(1, 2, 1.9, 0.05, 0, 0);
        Bound bound = Bound.of(profile(EngineKind.OUTSIDE, 2.0, main, worker)).orElseThrow();
        assertEquals(Bound.Kind.CPU, bound.kind());
        assertEquals(Optional.of(worker), bound.worker());
        assertEquals(Bound.Kind.CPU, Bound.of(worker));
        assertEquals(Bound.Kind.IO, Bound.of(main));
    }

    @Test
    void threadsThatWaitForTheInterpreterWork() {
        ThreadCost main = thread(1, 1, 0, 2, 0, 0);
        ThreadCost one = thread(1, 2, 1.0, 0.98, 0, 0.97);
        ThreadCost two = thread(1, 3, 0.95, 1.0, 0, 0.99);
        Profile profile = profile(EngineKind.OUTSIDE, 2.0, main, one, two);
        assertEquals(Bound.Kind.CPU, kind(profile));
        assertEquals(Bound.Kind.CPU, Bound.of(one));
        assertEquals(Bound.Kind.CPU, Bound.of(two));
    }

    @Test
    void manyThreadsThatEachWaitForSocketsAreBoundByThem() {
        ThreadCost main = thread(1, 1, 0, 2, 0, 0);
        ThreadCost[] all = new ThreadCost[9];
        all[0] = main;
        for (int i = 1; i < all.length; i++) {
            all[i] = thread(1, i + 1, 0.05, 1.95, 0, 0);
        }
        assertEquals(Bound.Kind.IO, kind(profile(EngineKind.OUTSIDE, 2.0, all)));
    }

    @Test
    void whatOtherProgramsTookOfTheMachineIsNoWaiting() {
        assertEquals(
                Bound.Kind.CPU,
                kind(profile(EngineKind.OUTSIDE, 2.0, thread(1, 1, 1.1, 0.05, 0.85, 0))));
    }

    @Test
    void processesThatWorkOneAfterTheOtherAddUpAndThoseThatWaitDoNot() {
        ThreadCost parent = thread(1, 1, 0.05, 1.95, 0, 0);
        assertEquals(
                Bound.Kind.CPU,
                kind(
                        profile(
                                EngineKind.OUTSIDE,
                                2.0,
                                parent,
                                thread(2, 1, 0.95, 0.02, 0, 0),
                                thread(3, 1, 0.95, 0.02, 0, 0))));
        assertEquals(
                Bound.Kind.IO,
                kind(
                        profile(
                                EngineKind.OUTSIDE,
                                2.0,
                                parent,
                                thread(2, 1, 0.7, 1.25, 0, 0),
                                thread(3, 1, 0.7, 1.25, 0, 0))));
    }

    @Test
    void anEngineThatTellsNothingOfThreadsIsJudgedByTheWholeProcess() {
        assertEquals(Bound.Kind.CPU, kind(profile(EngineKind.SAMPLER_THREAD, 2.0)));
    }

    @Test
    void aTracedOrImportedProfileIsNotJudged() {
        ThreadCost main = thread(1, 1, 1.9, 0.1, 0, 0);
        assertEquals(Optional.empty(), Bound.of(profile(EngineKind.CPROFILE, 2.0, main)));
        assertEquals(Optional.empty(), Bound.of(profile(EngineKind.IMPORTED, 2.0, main)));
        assertEquals(Optional.empty(), Bound.of(profile(EngineKind.OUTSIDE, 0.0, main)));
    }

    private static Bound.Kind kind(Profile profile) {
        return Bound.of(profile).orElseThrow().kind();
    }

    private static ThreadCost thread(
            int process, int thread, double cpu, double waiting, double queue, double gil) {
        return new ThreadCost(
                process,
                thread,
                new Cost(
                        new WallTime(cpu + waiting + queue),
                        new CpuTime(cpu),
                        new WallTime(waiting),
                        new WallTime(queue),
                        1000),
                new WallTime(gil));
    }

    private static Profile profile(EngineKind engine, double wall, ThreadCost... threads) {
        return new Profile(
                engine,
                new WallTime(wall),
                new CpuTime(0.95 * wall),
                WallTime.ZERO,
                WallTime.ZERO,
                1000,
                0,
                List.of(),
                List.of(),
                new CallNode(
                        new Frame("program", new CodeFile("", CodeFile.Owner.OWN), 0, 0),
                        Cost.ZERO,
                        Cost.ZERO,
                        List.of()),
                new MemoryTimeline(dev.pareto.quantity.Bytes.ZERO, List.of()),
                List.of(threads),
                List.of(),
                CpuTime.ZERO,
                true,
                List.of());
    }
}
