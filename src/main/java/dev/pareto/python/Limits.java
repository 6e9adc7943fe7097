package dev.pareto.python;

import dev.pareto.quantity.Bytes;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What a run may use before it is stopped.
///
/// @param time on the clock; null for no limit
/// @param memory address space or resident, of the whole tree; null for no limit
/// @param scratch files that it may leave in its scratch folder
/// @param descendants processes below it
/// @param keptOutput of each stream; what is beyond is counted and hashed, not kept
public record Limits(
        @Nullable Duration time,
        @Nullable Bytes memory,
        Bytes scratch,
        int descendants,
        Bytes keptOutput) {
    /// For the user's own programs: no time limit.
    public static Limits own() {
        return new Limits(null, null, Bytes.ofMega(2000), 512, Bytes.ofMega(10));
    }

    /// For lessons and packs: 60 s.
    public static Limits lesson() {
        return own().within(Duration.ofSeconds(60));
    }

    public Limits within(@Nullable Duration limit) {
        return new Limits(limit, memory, scratch, descendants, keptOutput);
    }

    public Limits withMemory(@Nullable Bytes limit) {
        return new Limits(time, limit, scratch, descendants, keptOutput);
    }
}
