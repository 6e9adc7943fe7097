package dev.pareto.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What Linux says about the whole machine; nothing where there is no /proc.
final class Machine {
    /// Ticks of all cores since the start of the machine.
    record Ticks(long busy, long all) {
        static final Ticks UNKNOWN = new Ticks(0, 0);

        /// The part of all cores that was busy since then.
        OptionalDouble busySince(Ticks then) {
            return all > then.all
                    ? OptionalDouble.of((double) (busy - then.busy) / (all - then.all))
                    : OptionalDouble.empty();
        }
    }

    private Machine() {}

    /// Bytes that programs could still take without anything being swapped out.
    static OptionalLong availableMemory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    static Ticks ticks() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            // cpu user nice system idle iowait irq softirq steal …
            long[] fields =
                    Stream.of(lines.findFirst().orElse("").trim().split("\\s+"))
                            .skip(1)
                            .limit(8)
                            .mapToLong(Long::parseLong)
                            .toArray();
            long all = Arrays.stream(fields).sum();
            return fields.length < 5 ? Ticks.UNKNOWN : new Ticks(all - fields[3] - fields[4], all);
        } catch (IOException e) {
            return Ticks.UNKNOWN;
        }
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
