package dev.pareto.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What an expression gave.
///
/// @param times how often it was evaluated to its end
/// @param details how many of these values were looked at closely
/// @param length sum of the lengths of all builtin containers and texts among the values
/// @param types exact type → how often
/// @param copied how many of the details consist of plain builtin values throughout, so that they
///   can be sent to another process
/// @param meanBytes of these, when they are written out
/// @param nan whether a number that does not equal itself was among them
/// @param bits of the largest `int` among them, without its sign
public record ValueSeen(
        long times,
        long details,
        long length,
        Map<String, Long> types,
        long copied,
        double meanBytes,
        boolean nan,
        int bits)
        implements Observation {
    public ValueSeen {
        types = Collections.unmodifiableMap(new TreeMap<>(types));
    }
}
