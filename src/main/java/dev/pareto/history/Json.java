package dev.pareto.history;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import dev.pareto.program.Stdin;
import dev.pareto.trial.Verdict;

import java.util.stream.Stream;

/// The core's records as JSON and back. The records carry no annotations: what they need to be told
/// apart is said here.
public final class Json {
    private final ObjectMapper mapper;

    public Json() {
        JsonMapper.Builder builder =
                JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Stream.of(Verdict.class, Stdin.class)
                .forEach(
                        type -> {
                            builder.addMixIn(type, Named.class);
                            builder.registerSubtypes(type.getPermittedSubclasses());
                        });
        mapper = builder.build();
        // Only a record's own components are data: `isSmall()` and the like are not.
        mapper.setDefaultVisibility(
                JsonAutoDetect.Value.noOverrides()
                        .withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                        .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE));
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new HistoryException(
                    "A result could not be stored: " + e.getOriginalMessage(), e);
        }
    }

    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new HistoryException(
                    "A stored result cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    java.util.Map<String, String> readMap(String json) {
        try {
            return mapper.readValue(
                    json, new TypeReference<java.util.LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new HistoryException(
                    "A stored environment cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Named {}
}
