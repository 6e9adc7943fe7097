package dev.pareto.profile;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a container held each time that it was looked at.
///
/// @param times how often it was evaluated; @param examined how many of these were a builtin
///   container and looked at element by element
/// @param length sum of the lengths of these
/// @param types exact types
/// @param elements type of the elements, and of what tuples among them hold → how it behaves
/// @param nan whether a number that does not equal itself was among them
/// @param since by the ids of the points asked for
public record ContentsSeen(
        long times,
        long examined,
        long length,
        Set<String> types,
        Map<String, TypeTrait> elements,
        boolean nan,
        Map<String, MembershipSeen.Since> since)
        implements Observation {
    public ContentsSeen {
        types = Set.copyOf(types);
        elements = Collections.unmodifiableMap(new TreeMap<>(elements));
        since = Collections.unmodifiableMap(new TreeMap<>(since));
    }
}
