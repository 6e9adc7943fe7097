package dev.pareto.python;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tokens of an answer, read in the order in which they come.
///
/// Where something else stands than is asked for, the two sides disagree: a fault of ours, and an
/// exception.
final class AnswerTokens implements AutoCloseable {
    /// What stands for null where a number could be.
    static final int NONE = -1;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    // A string literal may be as long as its file.
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final JsonParser parser;

    /// Starts inside of the answer's object.
    AnswerTokens(byte[] answer) {
        try {
            parser = JSON.createParser(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        expect(JsonToken.START_OBJECT);
    }

    /// The name of the object's next field; empty at its end.
    Optional<String> field() {
        return next() == JsonToken.FIELD_NAME ? Optional.of(currentString()) : Optional.empty();
    }

    void expectField(String name) {
        expect(JsonToken.FIELD_NAME);
        if (!currentString().equals(name)) {
            throw new IllegalStateException("Not the field " + name + ": " + currentString());
        }
    }

    /// Enters an array.
    void open() {
        expect(JsonToken.START_ARRAY);
    }

    /// Leaves an array, at its end.
    void leave() {
        expect(JsonToken.END_ARRAY);
    }

    /// Goes to the next element of an array, which is the current one then; false at its end.
    boolean more() {
        return next() != JsonToken.END_ARRAY;
    }

    int number() {
        expect(JsonToken.VALUE_NUMBER_INT);
        return currentNumber();
    }

    int numberOrNone() {
        next();
        return currentNumber();
    }

    boolean flag() {
        return number() != 0;
    }

    String string() {
        expect(JsonToken.VALUE_STRING);
        return currentString();
    }

    @Nullable String stringOrNull() {
        return next() == JsonToken.VALUE_NULL ? null : currentString();
    }

    List<String> strings() {
        List<String> strings = new ArrayList<>();
        open();
        while (more()) {
            strings.add(currentString());
        }
        return strings;
    }

    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String currentString() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int currentNumber() {
        try {
            return parser.currentToken() == JsonToken.VALUE_NULL ? NONE : parser.getIntValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BigInteger currentBigNumber() {
        try {
            return parser.getBigIntegerValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(JsonToken expected) {
        JsonToken found = next();
        if (found != expected) {
            throw new IllegalStateException("Not " + expected + ": " + found);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
