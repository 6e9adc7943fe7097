package dev.pareto.profile;

import dev.pareto.quantity.Bytes;

import java.util.OptionalLong;

/// What one line cost.
///
/// @param self time with this line on top of the own-code stack (calls into libraries and builtins
///   count for the calling own line)
/// @param total time with this line anywhere on the stack
/// @param rssUp resident memory gained while it ran; @param rssDown memory given back
/// @param hits how often it ran; empty until a probe or a tracing engine counted it
public record LineCost(
        CodeFile file,
        int line,
        Cost self,
        Cost total,
        Bytes rssUp,
        Bytes rssDown,
        OptionalLong hits) {}
