package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The records that a tool inside a program wrote: four bytes of length (big-endian) and JSON, as
/// `channel.py` has them. Whatever the program did to its own end, all whole records count; a torn
/// one ends the reading.
final class ToolRecords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ToolRecords() {}

    /// All whole records, in the order they were written; none when there is no file.
    static List<JsonNode> read(Path results) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        if (!Files.exists(results)) {
            return records;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(results));
        while (bytes.remaining() >= Integer.BYTES) {
            int size = bytes.getInt();
            if (size <= 0 || size > bytes.remaining()) {
                break;
            }
            byte[] payload = new byte[size];
            bytes.get(payload);
            try {
                records.add(JSON.readTree(payload));
            } catch (IOException e) {
                break;
            }
        }
        return records;
    }

    /// What the reader must know of a record: the program set a function of its own where the tool
    /// had set one.
    static List<String> displaced(JsonNode record) {
        return record.path("displaced").asBoolean()
                ? List.of(
                        "The program set a tracing function of its own, which switched this engine"
                                + " off: what came after it is missing.")
                : List.of();
    }

    /// The last record of a kind, or a missing node.
    static JsonNode last(List<JsonNode> records, String kind) {
        return records.reversed().stream()
                .filter(record -> record.path("kind").asText().equals(kind))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }
}
