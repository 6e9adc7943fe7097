package dev.pareto.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What an `in` or `not in` looked through, and for what.
///
/// @param probes how often it was evaluated
/// @param details how many of these were looked at closely
/// @param examined how many of these saw every element, not a sample
/// @param raised how often it raised an exception
/// @param meanLength of the lists and tuples, over all probes
/// @param meanScanned elements compared until the answer was known
/// @param longest the longest list or tuple
/// @param lengths number of bits of the length → estimated probes
/// @param hits estimated probes that found their value
/// @param pairs how many details followed each other directly
/// @param changes how many of these pairs saw another content
/// @param identities different containers, at most 1,000 counted
/// @param containers exact type → estimated probes
/// @param elements type of the elements, and of what tuples among them hold → how it behaves
/// @param values the same of what was looked for
/// @param nan whether a number that does not equal itself was on either side
/// @param since by the ids of the points asked for
public record MembershipSeen(
        long probes,
        long details,
        long examined,
        long raised,
        double meanLength,
        double meanScanned,
        long longest,
        Map<Integer, Long> lengths,
        double hits,
        long pairs,
        long changes,
        long identities,
        Map<String, Long> containers,
        Map<String, TypeTrait> elements,
        Map<String, TypeTrait> values,
        boolean nan,
        Map<String, Since> since)
        implements Observation {

    public MembershipSeen {
        lengths = sorted(lengths);
        containers = sorted(containers);
        elements = sorted(elements);
        values = sorted(values);
        since = sorted(since);
    }

    /// What became of the container between two passages of a point.
    ///
    /// @param stays stretches in which it was looked at
    /// @param compared details within these after their first
    /// @param changed how many of them saw another content than the first
    /// @param meanLength at the first look of each stretch
    public record Since(long stays, long compared, long changed, double meanLength) {}

    private static <K extends Comparable<K>, V> Map<K, V> sorted(Map<K, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
