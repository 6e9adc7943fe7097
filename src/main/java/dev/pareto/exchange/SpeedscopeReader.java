package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.exchange.ImportedStacks.Level;
import dev.pareto.profile.Profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads speedscope's file format: sampled and evented profiles, all of a file together.
public final class SpeedscopeReader {
    private final List<Level> frames = new ArrayList<>();
    private final ImportedStacks stacks = new ImportedStacks();
    private final Set<String> notes = new LinkedHashSet<>();

    private SpeedscopeReader() {}

    /// The profile of a file's text.
    ///
    /// @throws ExchangeException when it is no such file
    public static Profile read(String text) throws ExchangeException {
        JsonNode file;
        try {
            file = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new ExchangeException("It is no JSON: " + e.getOriginalMessage(), e);
        }
        return read(file);
    }

    static Profile read(JsonNode file) throws ExchangeException {
        return new SpeedscopeReader().profile(file);
    }

    private Profile profile(JsonNode file) throws ExchangeException {
        JsonNode named = file.at("/shared/frames");
        JsonNode profiles = file.path("profiles");
        if (!named.isArray() || !profiles.isArray() || profiles.isEmpty()) {
            throw new ExchangeException(
                    "It is no file of speedscope: the lists of frames and of profiles are"
                            + " missing.");
        }
        for (JsonNode frame : named) {
            frames.add(
                    new Level(
                            frame.path("name").asText(),
                            ImportedFiles.of(frame.path("file").asText("")),
                            frame.path("line").asInt()));
        }
        String exporter = file.path("exporter").asText("");
        notes.add("Imported" + (exporter.isEmpty() ? "." : " from a file of " + exporter + "."));
        if (profiles.size() > 1) {
            notes.add("The file's %d profiles are added up.".formatted(profiles.size()));
        }
        for (JsonNode profile : profiles) {
            switch (profile.path("type").asText()) {
                case "sampled" -> sampled(profile);
                case "evented" -> evented(profile);
                case String type ->
                        throw new ExchangeException(
                                "It has a profile of the unknown type \"" + type + "\".");
            }
        }
        return stacks.profile(List.copyOf(notes));
    }

    private void sampled(JsonNode profile) throws ExchangeException {
        double unit = unit(profile);
        JsonNode samples = profile.path("samples");
        JsonNode weights = profile.path("weights");
        if (samples.size() != weights.size()) {
            throw new ExchangeException(
                    "It has %,d samples, but %,d weights."
                            .formatted(samples.size(), weights.size()));
        }
        for (int i = 0; i < samples.size(); i++) {
            List<Level> stack = new ArrayList<>();
            for (JsonNode number : samples.get(i)) {
                stack.add(frame(number));
            }
            add(stack, weights.get(i).asDouble() * unit);
        }
    }

    private void evented(JsonNode profile) throws ExchangeException {
        double unit = unit(profile);
        List<Level> open = new ArrayList<>();
        double since = profile.path("startValue").asDouble();
        for (JsonNode event : profile.path("events")) {
            double at = event.path("at").asDouble();
            if (at < since) {
                throw new ExchangeException("Its events go back in time.");
            }
            if (at > since && !open.isEmpty()) {
                add(open, (at - since) * unit);
            }
            since = at;
            Level frame = frame(event.path("frame"));
            switch (event.path("type").asText()) {
                case "O" -> open.add(frame);
                case "C" -> {
                    if (open.isEmpty() || !open.removeLast().equals(frame)) {
                        throw new ExchangeException("It closes a frame that is not open.");
                    }
                }
                case String type ->
                        throw new ExchangeException("It has an unknown event \"" + type + "\".");
            }
        }
    }

    private void add(List<Level> stack, double seconds) throws ExchangeException {
        if (!Double.isFinite(seconds) || seconds < 0) {
            throw new ExchangeException("It has a weight that is no time.");
        }
        stacks.add(stack, seconds, 1);
    }

    private Level frame(JsonNode number) throws ExchangeException {
        int at = number.asInt(-1);
        if (at < 0 || at >= frames.size()) {
            throw new ExchangeException("It speaks of a frame that it does not have.");
        }
        return frames.get(at);
    }

    /// Seconds of a weight of 1.
    private double unit(JsonNode profile) {
        return switch (profile.path("unit").asText()) {
            case "seconds" -> 1;
            case "milliseconds" -> 1e-3;
            case "microseconds" -> 1e-6;
            case "nanoseconds" -> 1e-9;
            case String unit -> {
                notes.add(
                        "The file counts %s, not time: 1 is shown as 1 µs."
                                .formatted(unit.equals("bytes") ? "bytes" : "samples"));
                yield 1e-6;
            }
        };
    }
}
