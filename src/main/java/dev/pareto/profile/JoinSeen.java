package dev.pareto.profile;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a loop went through to find items with a certain key.
///
/// @param times how often the loop was begun; @param details how many of these were looked at
///   closely
/// @param meanLength of what it goes through
/// @param meanFirst items up to the first one with the key, all where there is none
/// @param meanMatches items with the key; 0 where keys are not of plain types
/// @param unreadable keys that cannot be read without running code of the program, or are not there
/// @param containers types of what it goes through; @param items types of the items
/// @param keys type of the keys, and of what tuples among them hold → how it behaves
/// @param sought the same of what was looked for
/// @param nan whether a number that does not equal itself was on either side
/// @param since by the ids of the points asked for: did items or keys change?
public record JoinSeen(
        long times,
        long details,
        double meanLength,
        double meanFirst,
        double meanMatches,
        long unreadable,
        Set<String> containers,
        Set<String> items,
        Map<String, TypeTrait> keys,
        Map<String, TypeTrait> sought,
        boolean nan,
        Map<String, MembershipSeen.Since> since)
        implements Observation {
    public JoinSeen {
        containers = Set.copyOf(containers);
        items = Set.copyOf(items);
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
        sought = Collections.unmodifiableMap(new TreeMap<>(sought));
        since = Collections.unmodifiableMap(new TreeMap<>(since));
    }
}
