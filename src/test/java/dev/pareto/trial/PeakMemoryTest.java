package dev.pareto.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import static java.util.Objects.requireNonNull;

import dev.pareto.python.Usage;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class PeakMemoryTest {
    private static Usage usage(long peak) {
        return new Usage(
                new WallTime(1),
                new CpuTime(1),
                CpuTime.ZERO,
                new Bytes(peak),
                0,
                WallTime.ZERO,
                1,
                false);
    }

    /// Pairs whose peaks are a few pages apart from pair to pair.
    private static List<Pair> pairs(int count, long baseline, long candidate) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new Pair(
                                        i % 2 == 0,
                                        1,
                                        1,
                                        usage(baseline + i * 4096L),
                                        usage(candidate + i * 4096L)))
                .toList();
    }

    @Test
    void claimsADifferenceThatIsLargeAndCertain() {
        var memory = PeakMemory.of(pairs(11, 20_000_000, 10_000_000));
        assertEquals(new Bytes(20_020_480), memory.baseline());
        assertEquals(new Bytes(10_020_480), memory.candidate());
        assertEquals(2, requireNonNull(memory.ratio()).low().value(), 0.01);
    }

    @Test
    void claimsNothingBeforeTheFirstLook() {
        assertNull(PeakMemory.of(pairs(10, 20_000_000, 10_000_000)).ratio());
        assertEquals(PeakMemory.UNKNOWN, PeakMemory.of(List.of()));
    }

    @Test
    void claimsNoDifferenceThatIsSmall() {
        assertNull(PeakMemory.of(pairs(14, 10_000_000, 9_800_000)).ratio(), "less than 256 kB");
        assertNull(PeakMemory.of(pairs(14, 500_000_000, 496_000_000)).ratio(), "less than 1 %");
    }
}
