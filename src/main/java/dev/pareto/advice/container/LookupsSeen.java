package dev.pareto.advice.container;

import dev.pareto.advice.container.SetPlan.Lookup;
import dev.pareto.profile.MembershipSeen;
import dev.pareto.profile.MembershipSeen.Since;
import dev.pareto.profile.Observations;
import dev.pareto.profile.TypeTrait;
import dev.pareto.quantity.Figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// What a run saw at all lookups of one fix, taken together.
///
/// @param reached the lookups that the run came to; @param seen what it saw there, in the same
///   order
/// @param builds how often the set would have been made of all items
/// @param complete whether the run came to its end
record LookupsSeen(List<Lookup> reached, List<MembershipSeen> seen, long builds, boolean complete) {
    private static final Set<String> SEQUENCES = Set.of("list", "tuple");

    /// These find an item by its hash, by arithmetic, or parts of a text.
    private static final Set<String> QUICK =
            Set.of(
                    "bytearray",
                    "bytes",
                    "collections.Counter",
                    "collections.OrderedDict",
                    "collections.defaultdict",
                    "dict",
                    "dict_items",
                    "dict_keys",
                    "frozenset",
                    "os._Environ",
                    "range",
                    "set",
                    "str");

    static LookupsSeen of(SetPlan plan, Observations observations) {
        List<Lookup> reached = new ArrayList<>();
        List<MembershipSeen> seen = new ArrayList<>();
        for (Lookup lookup : plan.lookups()) {
            observations
                    .membership(plan.question(lookup).id())
                    .filter(it -> it.probes() > 0)
                    .ifPresent(
                            it -> {
                                reached.add(lookup);
                                seen.add(it);
                            });
        }
        long builds = plan.points().stream().mapToLong(it -> observations.reached(it.id())).sum();
        return new LookupsSeen(reached, seen, builds, observations.complete());
    }

    boolean isNone() {
        return reached.isEmpty();
    }

    /// Whether anything was a list or tuple, or one of the program's own kinds of it; sets, dicts
    /// and texts are asked quickly already.
    static boolean isSequence(MembershipSeen seen) {
        return !QUICK.containsAll(seen.containers().keySet());
    }

    /// Why what was seen forbids a set.
    Optional<String> unsafe() {
        for (String type : containers()) {
            if (!SEQUENCES.contains(type)) {
                String kind = withArticle(type);
                return Optional.of(
                        QUICK.contains(type)
                                ? "it is %s at times".formatted(kind)
                                : "it is %s, which may look for items in its own way"
                                        .formatted(kind));
            }
        }
        if (sum(MembershipSeen::raised) > 0) {
            return Optional.of(
                    "asking raised an exception %,d times".formatted(sum(MembershipSeen::raised)));
        }
        return trait(MembershipSeen::elements, "an item")
                .or(() -> trait(MembershipSeen::values, "what is looked for"))
                .or(
                        () ->
                                seen.stream().anyMatch(MembershipSeen::nan)
                                        ? Optional.of(
                                                "there is a NaN among the numbers, which does not"
                                                        + " equal itself")
                                        : Optional.empty());
    }

    private Optional<String> trait(
            Function<MembershipSeen, Map<String, TypeTrait>> types, String whose) {
        for (var type : traits(types).entrySet()) {
            if (type.getValue() == TypeTrait.UNHASHABLE) {
                return Optional.of(
                        "%s is %s, which cannot be in a set"
                                .formatted(whose, withArticle(type.getKey())));
            }
            if (type.getValue() == TypeTrait.CUSTOM) {
                return Optional.of(
                        "%s is %s, which has its own idea of being equal"
                                .formatted(whose, withArticle(type.getKey())));
            }
        }
        return Optional.empty();
    }

    private Map<String, TypeTrait> traits(Function<MembershipSeen, Map<String, TypeTrait>> types) {
        Map<String, TypeTrait> all = new TreeMap<>();
        seen.forEach(it -> all.putAll(types.apply(it)));
        return all;
    }

    long lookups() {
        return sum(MembershipSeen::probes);
    }

    long details() {
        return sum(MembershipSeen::details);
    }

    /// Whether each lookup was looked at closely, not only some.
    boolean isWholeSeen() {
        return complete && details() == lookups();
    }

    double meanLength() {
        return mean(MembershipSeen::meanLength);
    }

    double meanScanned() {
        return mean(MembershipSeen::meanScanned);
    }

    /// How many lookups saw another content than the one before, estimated.
    double changes() {
        return seen.stream()
                .mapToDouble(it -> (double) it.probes() * it.changes() / Math.max(1, it.pairs()))
                .sum();
    }

    long changedSince() {
        return since(Since::changed);
    }

    long comparedSince() {
        return since(Since::compared);
    }

    /// How many of the sets would have been asked at all.
    long stays() {
        return seen.stream()
                .mapToLong(it -> it.since().values().stream().mapToLong(Since::stays).sum())
                .max()
                .orElse(0);
    }

    private long since(ToLongFunction<Since> count) {
        return seen.stream().flatMap(it -> it.since().values().stream()).mapToLong(count).sum();
    }

    private long sum(ToLongFunction<MembershipSeen> count) {
        return seen.stream().mapToLong(count).sum();
    }

    private double mean(ToDoubleFunction<MembershipSeen> value) {
        return seen.stream().mapToDouble(it -> it.probes() * value.applyAsDouble(it)).sum()
                / Math.max(1, lookups());
    }

    /// "A probe saw it ask 12,000 times whether a str is in a list of 4,420 items on average."
    String sentence() {
        return "%s %s%s times whether %s is in %s of %s items on average."
                .formatted(
                        reached.size() == 1 ? "A probe saw it ask" : "Probes saw them ask",
                        complete ? "" : "at least ",
                        Figures.count(lookups()),
                        types(lookedFor()),
                        types(containers()),
                        Figures.count(Math.round(meanLength())));
    }

    private Set<String> containers() {
        Set<String> all = new TreeSet<>();
        seen.forEach(it -> all.addAll(it.containers().keySet()));
        return all;
    }

    /// The types of what was looked for; where these are tuples, without what they hold.
    private Set<String> lookedFor() {
        Map<String, TypeTrait> types = traits(MembershipSeen::values);
        if (types.containsValue(TypeTrait.TUPLE)) {
            types.values().removeIf(trait -> trait != TypeTrait.TUPLE);
        }
        return types.keySet();
    }

    private static String types(Set<String> types) {
        return types.size() > 2
                ? "a value"
                : types.stream().map(LookupsSeen::withArticle).collect(Collectors.joining(" or "));
    }

    /// "an int", "a Colour"; whose program it is needs no word.
    private static String withArticle(String type) {
        String name = type.replaceFirst("^__main__\\.", "");
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    Map<String, Object> facts() {
        return Map.of(
                "probes", lookups(),
                "container", String.join(" or ", containers()),
                "length", Math.round(meanLength()),
                "scanned", Math.round(meanScanned()),
                "sets", builds,
                "complete", complete);
    }
}
