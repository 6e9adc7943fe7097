package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonParser;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The events of a profile in a file of speedscope: frames are opened and closed. Each costs the
/// same, however many frames are open.
final class SpeedscopeEvents {
    static final String UNKNOWN_FRAME = "It speaks of a frame that it does not have.";
    private static final String BACK = "Its events go back in time.";

    private record Open(int level, int place) {}

    private final ImportedStacks stacks;
    private final int[] frames;
    private final Deque<Open> open = new ArrayDeque<>();
    private final IntStream.Builder places = IntStream.builder();
    private final DoubleStream.Builder amounts = DoubleStream.builder();
    private double first = Double.POSITIVE_INFINITY;
    private double since = Double.NEGATIVE_INFINITY;
    private @Nullable String problem;

    /// @param frames the number of each of the file's frames in the stacks
    SpeedscopeEvents(ImportedStacks stacks, int[] frames) {
        this.stacks = stacks;
        this.frames = frames;
    }

    /// Reads the event that the parser is at.
    void read(JsonParser json) throws IOException, ExchangeException {
        var event =
                new Object() {
                    String type = "";
                    int frame = -1;
                    double at;
                };
        JsonText.members(
                json,
                name -> {
                    switch (name) {
                        case "type" -> event.type = JsonText.text(json);
                        case "frame" -> event.frame = JsonText.whole(json, -1);
                        case "at" -> event.at = JsonText.figure(json);
                        default -> json.skipChildren();
                    }
                });
        if (problem == null) {
            problem = take(event.type, event.frame, event.at);
        }
    }

    /// @return what is wrong with it; null for nothing
    private @Nullable String take(String type, int frame, double at) {
        if (at < since) {
            return BACK;
        }
        if (at > since && !open.isEmpty()) {
            places.add(open.element().place);
            amounts.add(at - since);
        }
        first = Math.min(first, at);
        since = at;
        if (frame < 0 || frame >= frames.length) {
            return UNKNOWN_FRAME;
        }
        int level = frames[frame];
        switch (type) {
            case "O" -> {
                int above = open.isEmpty() ? ImportedStacks.TOP : open.element().place;
                open.push(new Open(level, stacks.below(above, level)));
            }
            case "C" -> {
                if (open.isEmpty() || open.pop().level != level) {
                    return "It closes a frame that is not open.";
                }
            }
            default -> {
                return "It has an unknown event \"" + type + "\".";
            }
        }
        return null;
    }

    /// Where time went by, in its order.
    int[] places() {
        return places.build().toArray();
    }

    /// How much there, in the file's unit.
    ///
    /// @param start of the profile
    /// @throws ExchangeException when an event was wrong
    double[] amounts(double start) throws ExchangeException {
        if (first < start) {
            throw new ExchangeException(BACK);
        }
        if (problem != null) {
            throw new ExchangeException(problem);
        }
        return amounts.build().toArray();
    }
}
