package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.CallsSeen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads what processes saw of the calls of one function.
final class CallRecords {
    private CallRecords() {}

    /// @param records at least one
    static CallsSeen merge(List<JsonNode> records) {
        return records.stream().map(CallRecords::seen).reduce(CallsSeen::and).orElseThrow();
    }

    private static CallsSeen seen(JsonNode record) {
        long keyed = record.path("keyed").asLong();
        List<Set<String>> arguments = new ArrayList<>();
        record.path("arguments").forEach(types -> arguments.add(names(types)));
        return new CallsSeen(
                record.path("count").asLong(),
                keyed,
                record.path("repeated").asLong(),
                record.path("distinct").asLong(),
                record.path("outermost").asLong(),
                record.path("atoms").asDouble() / Math.max(1, keyed),
                record.path("kept").asLong(),
                record.path("other").asLong(),
                record.path("deepest").asLong(),
                arguments,
                names(record.path("strange")),
                names(record.path("strange_results")),
                names(record.path("results")),
                entries(record.path("entries")),
                record.path("mixed").asBoolean(),
                record.path("minus_zero").asBoolean());
    }

    private static Map<Integer, Long> entries(JsonNode counts) {
        Map<Integer, Long> entries = new TreeMap<>();
        counts.properties()
                .forEach(it -> entries.put(Integer.valueOf(it.getKey()), it.getValue().asLong()));
        return entries;
    }

    private static Set<String> names(JsonNode types) {
        Set<String> names = new TreeSet<>();
        types.forEach(type -> names.add(type.asText()));
        return names;
    }
}
