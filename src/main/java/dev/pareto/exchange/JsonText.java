package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;

/// Reads JSON piece by piece: profiles may be larger than what can be held as a tree of JSON. What
/// is of another type than expected counts as absent, as in a `JsonNode`.
final class JsonText {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                    JsonFactory.builder()
                            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(TreeJson.DEEPEST)
                                            .build())
                            .build());

    private JsonText() {}

    /// Reads the member that the parser is at; it is left at the end of it.
    interface Member {
        void read(String name) throws IOException, ExchangeException;
    }

    /// Reads the element that the parser is at; it is left at the end of it.
    interface Element {
        void read() throws IOException, ExchangeException;
    }

    /// Does something with a text.
    interface Reading<T> {
        T read(JsonParser json) throws IOException, ExchangeException;
    }

    /// Reads a text, from its first token on.
    ///
    /// @throws ExchangeException when it is no JSON, too
    static <T> T read(String text, Reading<T> reading) throws ExchangeException {
        try (JsonParser json = MAPPER.createParser(text)) {
            json.nextToken();
            return reading.read(json);
        } catch (JsonProcessingException e) {
            throw new ExchangeException("It is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("a text can be read", e);
        }
    }

    /// Goes through an object's members; anything else is skipped.
    static void members(JsonParser json, Member member) throws IOException, ExchangeException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            member.read(name);
        }
    }

    /// Goes through an array's elements; anything else is skipped.
    static void elements(JsonParser json, Element element) throws IOException, ExchangeException {
        if (!json.hasToken(JsonToken.START_ARRAY)) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    /// "" for what is no text and no figure.
    static String text(JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue() && !json.hasToken(JsonToken.VALUE_NULL)) {
            return json.getText();
        }
        json.skipChildren();
        return "";
    }

    /// 0 for what is no figure.
    static double figure(JsonParser json) throws IOException {
        if (json.currentToken().isNumeric()) {
            return json.getDoubleValue();
        }
        json.skipChildren();
        return json.getValueAsDouble(0);
    }

    /// A whole number.
    ///
    /// @param otherwise for what is none
    static int whole(JsonParser json, int otherwise) throws IOException {
        if (json.hasToken(JsonToken.VALUE_NUMBER_INT) && json.getTextLength() < 10) {
            return json.getIntValue();
        }
        if (json.currentToken().isNumeric()) {
            // The nearest there is.
            return (int) json.getDoubleValue();
        }
        json.skipChildren();
        return json.getValueAsInt(otherwise);
    }
}
