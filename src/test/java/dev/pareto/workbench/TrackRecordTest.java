package dev.pareto.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.quantity.Ratio;
import dev.pareto.quantity.RatioInterval;
import dev.pareto.workbench.TrackRecord.Case;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

class TrackRecordTest {
    private static Case measured(@Nullable Double ratio) {
        return new Case(
                "a.py",
                false,
                RatioInterval.of(2, 3),
                ratio == null ? null : new Ratio(ratio),
                ratio == null ? "output_changed" : "faster",
                Instant.EPOCH);
    }

    private static long near(@Nullable Double... ratios) {
        return new TrackRecord(Arrays.stream(ratios).map(TrackRecordTest::measured).toList())
                .near();
    }

    @Test
    void aRatioNoFurtherThanHalfAsMuchFromTheRangeIsNear() {
        assertEquals(
                List.of(1L, 1L, 1L, 0L, 0L),
                List.of(near(2.5), near(1.34), near(4.49), near(1.33), near(4.51)));
    }

    @Test
    void aPredictionWithoutAMeasuredRatioIsAMiss() {
        assertEquals(1, near(2.5, null));
    }
}
