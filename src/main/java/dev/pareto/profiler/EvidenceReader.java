package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.AwaitedSeen;
import dev.pareto.profile.Observation;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ReachedSeen;
import dev.pareto.python.Ended;
import dev.pareto.quantity.WallTime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the records of a run with probes.
final class EvidenceReader {
    private final Map<String, Map<Long, JsonNode>> lastByProcess = new LinkedHashMap<>();
    private final Set<Long> processes = new HashSet<>();
    private final Set<String> placed = new HashSet<>();
    private final Set<String> loaded = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private boolean answered;

    private EvidenceReader() {}

    static Observations read(List<JsonNode> records, List<Question> questions, Ended ended) {
        EvidenceReader reader = new EvidenceReader();
        records.forEach(reader::take);
        return reader.observations(questions, ended);
    }

    private void take(JsonNode record) {
        switch (record.path("kind").asText()) {
            case "seen" -> {
                long process = record.path("process").asLong();
                processes.add(process);
                lastByProcess
                        .computeIfAbsent(record.path("id").asText(), _ -> new HashMap<>())
                        .put(process, record);
            }
            case "placed" -> {
                loaded.add(record.path("path").asText());
                record.path("ids").forEach(id -> placed.add(id.asText()));
            }
            case "failed" ->
                    notes.add(
                            "No probes could be put into "
                                    + record.path("path").asText()
                                    + ": "
                                    + record.path("reason").asText());
            case "answered" -> answered = true;
            default -> {}
        }
    }

    private Observations observations(List<Question> questions, Ended ended) {
        Map<String, Observation> seen = new HashMap<>();
        for (Question question : questions) {
            var records = lastByProcess.get(question.id());
            if (records != null) {
                seen.put(question.id(), observation(question, List.copyOf(records.values())));
            }
        }
        boolean complete = ended instanceof Ended.Finished && !answered;
        return new Observations(seen, complete, processes.size(), notes);
    }

    private static AwaitedSeen awaited(List<JsonNode> records) {
        return new AwaitedSeen(
                records.stream().mapToLong(r -> r.path("count").asLong()).sum(),
                seconds(records, "seconds"),
                seconds(records, "elapsed"));
    }

    private static WallTime seconds(List<JsonNode> records, String field) {
        return new WallTime(records.stream().mapToDouble(r -> r.path(field).asDouble()).sum());
    }

    private static Observation observation(Question question, List<JsonNode> records) {
        return switch (question) {
            case Question.Reached _ ->
                    new ReachedSeen(
                            records.stream().mapToLong(r -> r.path("count").asLong()).sum());
            case Question.Awaited _ -> awaited(records);
            case Question.Value _ -> ValueRecords.merge(records);
            case Question.Contents _ -> MembershipRecords.contents(records);
            case Question.Join _ -> MembershipRecords.join(records);
            case Question.Calls _ -> CallRecords.merge(records);
            case Question.Membership _ -> MembershipRecords.merge(records);
        };
    }
}
