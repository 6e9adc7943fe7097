package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.Profile;

/// Reads a profile in JSON, whosever it is: our own, or speedscope's, which many tools write into
/// files that end in `.json` alone.
public final class JsonProfiles {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(TreeJson.DEEPEST)
                                            .build())
                            .build());

    private JsonProfiles() {}

    /// The profile of a file's text.
    ///
    /// @throws ExchangeException when it is none
    public static Profile read(String text) throws ExchangeException {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ExchangeException("It is no JSON: " + e.getOriginalMessage(), e);
        }
        if (ParetoJsonReader.isOne(json)) {
            return ParetoJsonReader.read(json);
        }
        if (json.has("profiles")) {
            return SpeedscopeReader.read(json);
        }
        throw new ExchangeException(
                "It is a profile neither of Pareto nor of speedscope: the schema is missing.");
    }
}
