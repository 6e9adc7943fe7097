package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.Observation;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ReachedSeen;
import dev.pareto.python.Ended;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the records of a run with probes: four bytes of length (big-endian) and JSON, as
/// `channel.py` writes them. Whatever the program did to its own end, all whole records count; a
/// torn one ends the reading.
final class EvidenceReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<Long, JsonNode>> lastByProcess = new LinkedHashMap<>();
    private final Set<Long> processes = new HashSet<>();
    private final Set<String> placed = new HashSet<>();
    private final Set<String> loaded = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private boolean answered;

    private EvidenceReader() {}

    static Observations read(Path results, List<Question> questions, Ended ended)
            throws IOException {
        EvidenceReader reader = new EvidenceReader();
        if (Files.exists(results)) {
            reader.readAll(ByteBuffer.wrap(Files.readAllBytes(results)));
        }
        return reader.observations(questions, ended);
    }

    private void readAll(ByteBuffer bytes) {
        while (bytes.remaining() >= Integer.BYTES) {
            int size = bytes.getInt();
            if (size <= 0 || size > bytes.remaining()) {
                return;
            }
            byte[] payload = new byte[size];
            bytes.get(payload);
            try {
                take(JSON.readTree(payload));
            } catch (IOException e) {
                return;
            }
        }
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

    private static Observation observation(Question question, List<JsonNode> records) {
        return switch (question) {
            case Question.Reached _ ->
                    new ReachedSeen(
                            records.stream().mapToLong(r -> r.path("count").asLong()).sum());
            case Question.Membership _ -> MembershipRecords.merge(records);
        };
    }
}
