package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.pareto.profile.Profile;

import java.io.IOException;

/// Reads a profile in JSON, whosever it is: our own, or speedscope's, which many tools write into
/// files that end in `.json` alone.
public final class JsonProfiles {
    private static final String OURS = "pareto.profile/";

    private enum Kind {
        PARETO,
        SPEEDSCOPE,
        OTHER
    }

    private JsonProfiles() {}

    /// The profile of a file's text.
    ///
    /// @throws ExchangeException when it is none
    public static Profile read(String text) throws ExchangeException {
        return switch (JsonText.read(text, JsonProfiles::kind)) {
            case PARETO -> ParetoJsonReader.read(text);
            case SPEEDSCOPE -> SpeedscopeReader.read(text);
            case OTHER ->
                    throw new ExchangeException(
                            "It is a profile neither of Pareto nor of speedscope: the schema is"
                                    + " missing.");
        };
    }

    /// By the first member that tells, which is near the beginning of nearly all files.
    private static Kind kind(JsonParser json) throws IOException, ExchangeException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            return Kind.OTHER;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("profiles")) {
                return Kind.SPEEDSCOPE;
            }
            if (name.equals("schema") && JsonText.text(json).startsWith(OURS)) {
                return Kind.PARETO;
            }
            json.skipChildren();
        }
        return Kind.OTHER;
    }
}
