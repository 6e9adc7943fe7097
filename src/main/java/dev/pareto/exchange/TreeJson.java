package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.Cost;
import dev.pareto.profile.Frame;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A call tree as JSON, each node within its caller. [TreeJsonReader] reads it. Trees may be deep,
/// so this does not recurse.
final class TreeJson {
    /// Levels of JSON; a level of the tree is two of them.
    static final int DEEPEST = 200_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamWriteConstraints(
                            StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private TreeJson() {}

    static String write(CallNode tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            Deque<Deque<CallNode>> open = new ArrayDeque<>();
            open.push(new ArrayDeque<>(List.of(tree)));
            while (!open.isEmpty()) {
                CallNode next = open.element().poll();
                if (next != null) {
                    begin(json, next);
                    open.push(new ArrayDeque<>(next.children()));
                } else {
                    open.pop();
                    if (!open.isEmpty()) {
                        json.writeEndArray();
                        json.writeEndObject();
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text can be written", e);
        }
        return text.toString();
    }

    private static void begin(JsonGenerator json, CallNode node) throws IOException {
        Frame frame = node.frame();
        json.writeStartObject();
        json.writeStringField("name", frame.function());
        json.writeStringField("file", frame.file().path());
        json.writeStringField("owner", ParetoJsonWriter.owner(frame.file()));
        json.writeNumberField("line", frame.line());
        json.writeNumberField("first_line", frame.firstLine());
        json.writeNumberField("self_s", node.self().wall().seconds());
        json.writeNumberField("total_s", node.total().wall().seconds());
        rest(json, "", node.self());
        rest(json, "total_", node.total());
        json.writeArrayFieldStart("children");
    }

    /// What is nothing is left out: there are many nodes.
    private static void rest(JsonGenerator json, String prefix, Cost cost) throws IOException {
        seconds(json, prefix + "cpu_s", cost.cpu().seconds());
        seconds(json, prefix + "wait_s", cost.waiting().seconds());
        seconds(json, prefix + "queue_s", cost.runQueue().seconds());
        if (cost.samples() != 0) {
            json.writeNumberField(prefix + "samples", cost.samples());
        }
    }

    private static void seconds(JsonGenerator json, String name, double value) throws IOException {
        if (value != 0) {
            json.writeNumberField(name, value);
        }
    }
}
