package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.ValueSeen;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What several processes saw of one expression's values, put together.
final class ValueRecords {
    private ValueRecords() {}

    static ValueSeen merge(List<JsonNode> records) {
        Map<String, Long> types = new TreeMap<>();
        for (JsonNode record : records) {
            record.path("types")
                    .properties()
                    .forEach(it -> types.merge(it.getKey(), it.getValue().asLong(), Long::sum));
        }
        long copied = sum(records, "copied");
        return new ValueSeen(
                sum(records, "count"),
                sum(records, "details"),
                sum(records, "length"),
                types,
                copied,
                (double) sum(records, "bytes") / Math.max(1, copied),
                records.stream().anyMatch(record -> record.path("nan").asBoolean()),
                records.stream().mapToInt(record -> record.path("bits").asInt()).max().orElse(0));
    }

    private static long sum(List<JsonNode> records, String field) {
        return records.stream().mapToLong(record -> record.path(field).asLong()).sum();
    }
}
