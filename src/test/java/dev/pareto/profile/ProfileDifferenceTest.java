package dev.pareto.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.profile.ProfileDifference.Kind;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

class ProfileDifferenceTest {
    private static final CodeFile FILE = new CodeFile("a.py", CodeFile.Owner.OWN);

    @Test
    void matchesFunctionsByNameAndFileThoughTheirLinesMoved() {
        var difference =
                ProfileDifference.of(
                        profile(
                                EngineKind.CPROFILE,
                                function("find", 10, 4, 4),
                                function("read", 2, 1, 1),
                                function("old", 30, 0.25, 0.25)),
                        profile(
                                EngineKind.CPROFILE,
                                function("find", 12, 0.5, 0.75),
                                function("read", 2, 1, 1),
                                function("index", 20, 0.25, 0.25)));
        assertEquals(
                List.of(
                        "find:12 LESS -3.5 -3.25",
                        "old:30 GONE -0.25 -0.25",
                        "index:20 NEW 0.25 0.25",
                        "read:2 SAME 0.0 0.0"),
                difference.functions().stream()
                        .map(
                                c ->
                                        "%s:%d %s %s %s"
                                                .formatted(
                                                        c.name(), c.line(), c.kind(), c.self(),
                                                        c.total()))
                        .toList());
    }

    @Test
    void functionsOfOneNameInAFileCountTogether() {
        var difference =
                ProfileDifference.of(
                        profile(
                                EngineKind.CPROFILE,
                                function("<lambda>", 1, 1, 1),
                                function("<lambda>", 2, 2, 2)),
                        profile(EngineKind.CPROFILE, function("<lambda>", 9, 5, 5)));
        assertEquals(1, difference.functions().size());
        assertEquals(2, difference.functions().getFirst().self(), 1e-12);
    }

    @Test
    void aSampledDifferenceIsNamedFromThreeDeviationsOn() {
        // 100 samples of 10 ms vary by 10: two such differ by 14 in one of three runs.
        assertEquals(Kind.SAME, ProfileDifference.kind(sampled(100), sampled(142)));
        assertEquals(Kind.MORE, ProfileDifference.kind(sampled(100), sampled(160)));
        assertEquals(Kind.LESS, ProfileDifference.kind(sampled(160), sampled(100)));
        assertEquals(Kind.SAME, ProfileDifference.kind(sampled(0), sampled(0)));
    }

    @Test
    void tracedTimesAreSetAgainstThoseOfTheSameToolOnly() {
        Profile traced = profile(EngineKind.CPROFILE);
        Profile sampled = profile(EngineKind.OUTSIDE);
        assertFalse(ProfileDifference.isFair(traced, sampled));
        assertTrue(ProfileDifference.isFair(traced, traced));
        assertTrue(ProfileDifference.isFair(sampled, profile(EngineKind.IMPORTED)));
    }

    private static Cost sampled(long count) {
        double seconds = count * 0.01;
        return new Cost(
                new WallTime(seconds), new CpuTime(seconds), WallTime.ZERO, WallTime.ZERO, count);
    }

    private static FunctionCost function(String name, int line, double self, double total) {
        return new FunctionCost(
                name,
                FILE,
                line,
                new Cost(new WallTime(self), CpuTime.ZERO, WallTime.ZERO, WallTime.ZERO, 0),
                new Cost(new WallTime(total), CpuTime.ZERO, WallTime.ZERO, WallTime.ZERO, 0),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static Profile profile(EngineKind engine, FunctionCost... functions) {
        return new Profile(
                engine,
                new WallTime(5),
                new CpuTime(5),
                WallTime.ZERO,
                WallTime.ZERO,
                0,
                0,
                List.of(functions),
                List.of(),
                new CallNode(new Frame("program", FILE, 0, 0), Cost.ZERO, Cost.ZERO, List.of()),
                new MemoryTimeline(Bytes.ZERO, List.of()),
                true,
                List.of());
    }
}
