package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.ContentsSeen;
import dev.pareto.profile.JoinSeen;
import dev.pareto.profile.MembershipSeen;
import dev.pareto.profile.MembershipSeen.Since;
import dev.pareto.profile.TypeTrait;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What several processes saw at one `in`, put together.
final class MembershipRecords {
    private final List<JsonNode> records;

    private MembershipRecords(List<JsonNode> records) {
        this.records = records;
    }

    static MembershipSeen merge(List<JsonNode> records) {
        return new MembershipRecords(records).merge();
    }

    private MembershipSeen merge() {
        double weight = Math.max(1, sum("weight"));
        // Details stand for all probes; the last few came after the last detail.
        double hits = sum("hits") / weight * sum("count");
        return new MembershipSeen(
                sum("count"),
                sum("details"),
                sum("examined"),
                sum("raised") + sum("failed"),
                sum("length") / weight,
                sum("scanned") / weight,
                records.stream().mapToLong(r -> r.path("longest").asLong()).max().orElse(0),
                collect("lengths", Integer::valueOf, JsonNode::asLong, Long::sum),
                hits,
                sum("pairs"),
                sum("changes"),
                sum("identities"),
                collect("containers", name -> name, JsonNode::asLong, Long::sum),
                traits("elements"),
                traits("values"),
                records.stream().anyMatch(r -> r.path("nan").asBoolean()),
                collect("since", id -> id, MembershipRecords::since, MembershipRecords::both));
    }

    /// What they saw in a container that is not asked.
    static ContentsSeen contents(List<JsonNode> records) {
        var all = new MembershipRecords(records);
        return new ContentsSeen(
                all.sum("count"),
                all.sum("examined"),
                all.sum("length"),
                all.traits("types").keySet(),
                all.traits("elements"),
                records.stream().anyMatch(r -> r.path("nan").asBoolean()),
                all.collect("since", id -> id, MembershipRecords::since, MembershipRecords::both));
    }

    /// What they saw of a search by a key.
    static JoinSeen join(List<JsonNode> records) {
        var all = new MembershipRecords(records);
        double weight = Math.max(1, all.sum("weight"));
        return new JoinSeen(
                all.sum("count"),
                all.sum("details"),
                all.sum("length") / weight,
                all.sum("first") / weight,
                all.sum("matches") / weight,
                all.sum("unreadable") + all.sum("failed"),
                all.traits("containers").keySet(),
                all.traits("items").keySet(),
                all.traits("elements"),
                all.traits("values"),
                records.stream().anyMatch(r -> r.path("nan").asBoolean()),
                all.collect("since", id -> id, MembershipRecords::since, MembershipRecords::both));
    }

    private Map<String, TypeTrait> traits(String field) {
        return collect(field, name -> name, MembershipRecords::trait, (one, _) -> one);
    }

    private long sum(String field) {
        return records.stream().mapToLong(r -> r.path(field).asLong()).sum();
    }

    private <K extends Comparable<K>, V> Map<K, V> collect(
            String field,
            Function<String, K> key,
            Function<JsonNode, V> value,
            java.util.function.BinaryOperator<V> merge) {
        Map<K, V> all = new TreeMap<>();
        for (JsonNode record : records) {
            record.path(field)
                    .properties()
                    .forEach(
                            entry ->
                                    all.merge(
                                            key.apply(entry.getKey()),
                                            value.apply(entry.getValue()),
                                            merge));
        }
        return all;
    }

    private static TypeTrait trait(JsonNode name) {
        return TypeTrait.valueOf(name.asText().toUpperCase(Locale.ROOT));
    }

    private static Since since(JsonNode node) {
        long stays = node.path("stays").asLong();
        return new Since(
                stays,
                node.path("compared").asLong(),
                node.path("changed").asLong(),
                node.path("length").asDouble() / Math.max(1, stays));
    }

    private static Since both(Since one, Since other) {
        long stays = one.stays() + other.stays();
        double length = one.stays() * one.meanLength() + other.stays() * other.meanLength();
        return new Since(
                stays,
                one.compared() + other.compared(),
                one.changed() + other.changed(),
                length / Math.max(1, stays));
    }
}
