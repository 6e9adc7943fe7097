package dev.pareto.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// With what a function was called, and whether again and again with the same.
///
/// @param calls how often; @param keyed how many of these were looked at closely, from the first on
/// @param repeated how many of these had arguments that had been there before, by value and type
/// @param distinct how many different arguments they had
/// @param outermost how many were not made, directly or indirectly, by another call of it
/// @param meanSize values that the arguments of a call consist of
/// @param kept estimated bytes of the different arguments and their results
/// @param unlike how often the same arguments had another result than before
/// @param deepest how many calls were under way at once, at most
/// @param arguments the types of each argument
/// @param strangeArguments types of arguments that may change, or of which nobody knows how they
///   are equal; @param strangeResults the same of results
/// @param results types of the results
/// @param entries size of a memo from which the oldest results give way → how often a result would
///   have been computed
/// @param mixed whether numbers of different types stood inside of tuples
/// @param minusZero whether an argument was `-0.0`, which equals `0.0`
public record CallsSeen(
        long calls,
        long keyed,
        long repeated,
        long distinct,
        long outermost,
        double meanSize,
        long kept,
        long unlike,
        long deepest,
        List<Set<String>> arguments,
        Set<String> strangeArguments,
        Set<String> strangeResults,
        Set<String> results,
        Map<Integer, Long> entries,
        boolean mixed,
        boolean minusZero)
        implements Observation {
    public CallsSeen {
        arguments = arguments.stream().map(Set::copyOf).toList();
        strangeArguments = Set.copyOf(strangeArguments);
        strangeResults = Set.copyOf(strangeResults);
        results = Set.copyOf(results);
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    /// What two processes saw, each for itself.
    public CallsSeen and(CallsSeen other) {
        List<Set<String>> types = new ArrayList<>();
        for (int i = 0; i < Math.max(arguments.size(), other.arguments.size()); i++) {
            types.add(union(at(arguments, i), at(other.arguments, i)));
        }
        double sizes = keyed * meanSize + other.keyed * other.meanSize;
        return new CallsSeen(
                calls + other.calls,
                keyed + other.keyed,
                repeated + other.repeated,
                distinct + other.distinct,
                outermost + other.outermost,
                sizes / Math.max(1, keyed + other.keyed),
                kept + other.kept,
                unlike + other.unlike,
                Math.max(deepest, other.deepest),
                types,
                union(strangeArguments, other.strangeArguments),
                union(strangeResults, other.strangeResults),
                union(results, other.results),
                sum(entries, other.entries),
                mixed || other.mixed,
                minusZero || other.minusZero);
    }

    private static Map<Integer, Long> sum(Map<Integer, Long> one, Map<Integer, Long> other) {
        Map<Integer, Long> all = new TreeMap<>(one);
        other.forEach((size, times) -> all.merge(size, times, Long::sum));
        return all;
    }

    private static Set<String> at(List<Set<String>> sets, int index) {
        return index < sets.size() ? sets.get(index) : Set.of();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
