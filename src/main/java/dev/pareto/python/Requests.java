package dev.pareto.python;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pareto.source.SourceText;

import java.util.Map;

/// What the analyser can be asked, as `analyser.py` describes it.
final class Requests {
    private static final JsonMapper JSON = new JsonMapper();

    private Requests() {}

    static byte[] version() {
        return write(Map.of("do", "version"));
    }

    static byte[] parse(SourceText source) {
        return write(Map.of("do", "parse", "text", source.text()));
    }

    static byte[] compile(SourceText source) {
        return write(Map.of("do", "compile", "text", source.text()));
    }

    private static byte[] write(Map<String, String> request) {
        try {
            return JSON.writeValueAsBytes(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings always become JSON", e);
        }
    }
}
