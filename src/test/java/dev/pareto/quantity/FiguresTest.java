package dev.pareto.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.DoubleStream;

class FiguresTest {
    @Test
    void threeSignificantDigitsWithoutExponent() {
        assertEquals(
                List.of(
                        "0", "0.00123", "0.482", "1.00", "9.99", "10.0", "43.7", "999", "1,000",
                        "12,000", "-438"),
                DoubleStream.of(
                                0, 0.001234, 0.48215, 0.9999, 9.994, 9.996, 43.71, 999.4, 999.6,
                                12_003, -438.2)
                        .mapToObj(Figures::three)
                        .toList());
    }

    @Test
    void timesChooseTheirUnit() {
        assertEquals(
                List.of(
                        "0.482 s",
                        "43.7 ms",
                        "12.0 µs",
                        "850 ns",
                        "1.00 s",
                        "119 s",
                        "2 min 5 s",
                        "2 h 13 min",
                        "0 s"),
                DoubleStream.of(0.482, 0.0437, 12e-6, 850e-9, 1, 119.2, 125, 8000, 0)
                        .mapToObj(Figures::time)
                        .toList());
    }

    @Test
    void unitsRoundUpToTheNextOne() {
        assertEquals(
                List.of("0.100 s", "1.00 ms", "1.00 MB", "1.00 GB"),
                List.of(
                        Figures.time(0.09996),
                        Figures.time(0.0009996),
                        Figures.bytes(999_600),
                        Figures.bytes(999_600_000)));
    }

    @Test
    void bytesAreDecimal() {
        assertEquals(
                List.of("12 B", "820 kB", "11.7 MB", "2.50 GB"),
                List.of(
                        Figures.bytes(12),
                        Figures.bytes(820_000),
                        Figures.bytes(11_700_000),
                        Figures.bytes(2_500_000_000L)));
    }

    @Test
    void valuesReadAsTheyAreWrittenEverywhere() {
        assertEquals(
                List.of("91.3 %", "11.0×", "10.8–11.4×", "0.482 s"),
                List.of(
                        new Share(0.9131).toString(),
                        new Ratio(11.02).toString(),
                        RatioInterval.of(10.8, 11.4).toString(),
                        new CpuTime(0.482).toString()));
    }
}
