package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.Frame;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the call tree that [TreeJson] wrote, as it comes: there may be a million nodes, of a few
/// thousand functions. Trees may be deep, so this does not recurse.
final class TreeJsonReader {
    /// The figure that a node cannot be without.
    static final String SELF = "self_s";

    private record FileKey(String path, String owner, boolean own) {}

    private final JsonParser json;
    private final Map<FileKey, CodeFile> files = new HashMap<>();
    private final Map<Frame, Frame> frames = new HashMap<>();

    /// @param json at the root
    TreeJsonReader(JsonParser json) {
        this.json = json;
    }

    /// A cost whose figures are still coming; below 0 is one that did not come.
    private static final class Figures {
        double wall = -1;
        double cpu;
        double waiting;
        double queue;
        double samples;

        Cost cost(String name) throws ExchangeException {
            if (wall < 0) {
                throw ParetoJsonReader.missing(name);
            }
            return wall == 0 && cpu == 0 && waiting == 0 && queue == 0 && samples == 0
                    ? Cost.ZERO
                    : new Cost(
                            time(wall),
                            cpu == 0 ? CpuTime.ZERO : new CpuTime(cpu),
                            time(waiting),
                            time(queue),
                            (long) samples);
        }

        private static WallTime time(double seconds) {
            return seconds == 0 ? WallTime.ZERO : new WallTime(seconds);
        }
    }

    /// A node whose members are still coming.
    private static final class Half {
        String name = "";
        String path = "";
        String owner = "";
        boolean own = true;
        int firstLine;
        int line;
        final Figures self = new Figures();
        final Figures total = new Figures();
        final List<CallNode> children = new ArrayList<>(0);
    }

    /// @throws ExchangeException when a figure is missing or none
    CallNode read() throws IOException, ExchangeException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            throw ParetoJsonReader.missing(SELF);
        }
        Deque<Half> open = new ArrayDeque<>();
        open.push(new Half());
        while (true) {
            switch (json.nextToken()) {
                case FIELD_NAME -> member(open.element());
                case END_OBJECT -> {
                    CallNode node = node(open.pop());
                    if (open.isEmpty()) {
                        return node;
                    }
                    open.element().children.add(node);
                }
                // A child: only the members of a node and its children are gone through here.
                case START_OBJECT -> open.push(new Half());
                case END_ARRAY -> {}
                default -> throw ParetoJsonReader.missing(SELF);
            }
        }
    }

    private void member(Half node) throws IOException, ExchangeException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
            case "name" -> node.name = JsonText.text(json);
            case "file" -> node.path = JsonText.text(json);
            case "owner" -> node.owner = JsonText.text(json);
            case "own" -> {
                node.own = json.getValueAsBoolean(true);
                json.skipChildren();
            }
            case "line" -> node.line = JsonText.whole(json, 0);
            case "first_line" -> node.firstLine = JsonText.whole(json, 0);
            case SELF -> node.self.wall = required(name);
            case "total_s" -> node.total.wall = required(name);
            case "cpu_s" -> node.self.cpu = figure(name);
            case "wait_s" -> node.self.waiting = figure(name);
            case "queue_s" -> node.self.queue = figure(name);
            case "samples" -> node.self.samples = figure(name);
            case "total_cpu_s" -> node.total.cpu = figure(name);
            case "total_wait_s" -> node.total.waiting = figure(name);
            case "total_queue_s" -> node.total.queue = figure(name);
            case "total_samples" -> node.total.samples = figure(name);
            case "children" -> {
                if (value != JsonToken.START_ARRAY) {
                    json.skipChildren();
                }
            }
            default -> json.skipChildren();
        }
    }

    private double required(String name) throws IOException, ExchangeException {
        if (!json.currentToken().isNumeric()) {
            throw ParetoJsonReader.missing(name);
        }
        return figure(name);
    }

    private double figure(String name) throws IOException, ExchangeException {
        if (!json.currentToken().isNumeric()) {
            throw ParetoJsonReader.none(name, json.readValueAsTree().toString());
        }
        double figure = json.getDoubleValue();
        if (!Double.isFinite(figure) || figure < 0) {
            throw ParetoJsonReader.none(name, json.getText());
        }
        return figure;
    }

    private CallNode node(Half half) throws ExchangeException {
        Cost self = half.self.cost(SELF);
        Cost total = half.total.cost("total_s");
        // What calls nothing has both alike.
        return new CallNode(
                frame(half), self, self.equals(total) ? self : total, List.copyOf(half.children));
    }

    private Frame frame(Half half) {
        CodeFile file =
                files.computeIfAbsent(
                        new FileKey(half.path, half.owner, half.own),
                        key -> ParetoJsonReader.file(key.path, key.owner, key.own));
        var frame = new Frame(half.name, file, half.firstLine, half.line);
        Frame known = frames.putIfAbsent(frame, frame);
        return known == null ? frame : known;
    }
}
