package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// One of the profiles in a file of speedscope. Its members come in any order, the unit of its
/// weights behind them too, so they are kept as they come until all were read.
final class SpeedscopeProfile {
    private static final double MICRO = 1e-6;

    private final ImportedStacks stacks;
    private final int[] frames;
    private String type = "";
    private String unit = "";
    private double start;
    private final IntStream.Builder samples = IntStream.builder();
    private final DoubleStream.Builder weights = DoubleStream.builder();
    private @Nullable String problem;
    private final SpeedscopeEvents events;

    /// @param frames the number of each of the file's frames in the stacks
    SpeedscopeProfile(ImportedStacks stacks, int[] frames) {
        this.stacks = stacks;
        this.frames = frames;
        events = new SpeedscopeEvents(stacks, frames);
    }

    /// Reads the member that the parser is at.
    void member(JsonParser json, String name) throws IOException, ExchangeException {
        switch (name) {
            case "type" -> type = JsonText.text(json);
            case "unit" -> unit = JsonText.text(json);
            case "startValue" -> start = JsonText.figure(json);
            case "samples" -> JsonText.elements(json, () -> samples.add(place(json)));
            case "weights" -> JsonText.elements(json, () -> weights.add(JsonText.figure(json)));
            case "events" -> JsonText.elements(json, () -> events.read(json));
            default -> json.skipChildren();
        }
    }

    /// The place of a sample. There may be millions, so this is a plain loop.
    private int place(JsonParser json) throws IOException {
        int place = ImportedStacks.TOP;
        if (!json.hasToken(JsonToken.START_ARRAY)) {
            json.skipChildren();
            return place;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int frame = JsonText.whole(json, -1);
            if (frame >= 0 && frame < frames.length) {
                place = stacks.below(place, frames[frame]);
            } else {
                // Whether it matters depends on the type.
                problem = SpeedscopeEvents.UNKNOWN_FRAME;
            }
        }
        return place;
    }

    /// Adds what was read to the stacks, when all of it was.
    ///
    /// @return what must be said about its unit; empty where that is one of time
    Optional<String> addAll() throws ExchangeException {
        switch (type) {
            case "sampled" -> addSamples();
            case "evented" -> add(events.places(), events.amounts(start));
            default ->
                    throw new ExchangeException(
                            "It has a profile of the unknown type \"" + type + "\".");
        }
        boolean isTime = seconds() > 0;
        return isTime
                ? Optional.empty()
                : Optional.of(
                        "The file counts %s, not time: 1 is shown as 1 µs."
                                .formatted(unit.equals("bytes") ? "bytes" : "samples"));
    }

    private void addSamples() throws ExchangeException {
        int[] places = samples.build().toArray();
        double[] amounts = weights.build().toArray();
        if (places.length != amounts.length) {
            throw new ExchangeException(
                    "It has %,d samples, but %,d weights."
                            .formatted(places.length, amounts.length));
        }
        if (problem != null) {
            throw new ExchangeException(problem);
        }
        add(places, amounts);
    }

    private void add(int[] places, double[] amounts) throws ExchangeException {
        double one = seconds() > 0 ? seconds() : MICRO;
        for (int i = 0; i < places.length; i++) {
            double seconds = amounts[i] * one;
            if (!Double.isFinite(seconds) || seconds < 0) {
                throw new ExchangeException("It has a weight that is no time.");
            }
            stacks.add(places[i], seconds, 1);
        }
    }

    /// Seconds of a weight of 1; 0 where it is no time.
    private double seconds() {
        return switch (unit) {
            case "seconds" -> 1;
            case "milliseconds" -> 1e-3;
            case "microseconds" -> 1e-6;
            case "nanoseconds" -> 1e-9;
            default -> 0;
        };
    }
}
