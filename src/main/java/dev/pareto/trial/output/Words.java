package dev.pareto.trial.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Words which say what a number beside them is.
final class Words {
    private static final Set<String> TIME_UNITS =
            Set.of(
                    "s",
                    "sec",
                    "secs",
                    "second",
                    "seconds",
                    "ms",
                    "msec",
                    "msecs",
                    "millisecond",
                    "milliseconds",
                    "us",
                    "µs",
                    "μs",
                    "usec",
                    "usecs",
                    "microsecond",
                    "microseconds",
                    "ns",
                    "nsec",
                    "nsecs",
                    "nanosecond",
                    "nanoseconds",
                    "min",
                    "mins",
                    "minute",
                    "minutes");
    private static final Set<String> DURATIONS =
            Set.of(
                    "time",
                    "times",
                    "timing",
                    "took",
                    "takes",
                    "elapsed",
                    "duration",
                    "runtime",
                    "wall",
                    "walltime",
                    "cpu",
                    "real",
                    "latency",
                    "seconds",
                    "secs",
                    "sec",
                    "milliseconds",
                    "ms",
                    "msec",
                    "usec",
                    "ns",
                    "timer",
                    "finished",
                    "done",
                    "completed");
    private static final Set<String> RATES =
            Set.of(
                    "rate",
                    "throughput",
                    "speed",
                    "fps",
                    "hz",
                    "khz",
                    "mhz",
                    "ops",
                    "qps",
                    "rps",
                    "ips");
    private static final Set<String> PROCESSES = Set.of("pid", "process", "ppid", "tid", "thread");

    // As made by Python's tempfile: eight characters after a prefix, "tmp" unless told otherwise.
    private static final Pattern TEMPORARY = Pattern.compile("tmp[a-z0-9_]{8}");
    private static final Pattern PARTS = Pattern.compile("_|(?<=[a-z])(?=[A-Z])");

    private Words() {}

    static boolean isTimeUnit(String word) {
        return TIME_UNITS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isDuration(String word) {
        return parts(word).anyMatch(DURATIONS::contains);
    }

    static boolean isRate(String word) {
        return parts(word).anyMatch(RATES::contains);
    }

    static boolean isProcess(String word) {
        return parts(word).anyMatch(PROCESSES::contains);
    }

    static boolean isTemporaryName(String word) {
        return TEMPORARY.matcher(word).matches();
    }

    /// elapsed_ms and elapsedMs are "elapsed" and "ms".
    private static Stream<String> parts(String word) {
        return Arrays.stream(PARTS.split(word)).map(part -> part.toLowerCase(Locale.ROOT));
    }
}
