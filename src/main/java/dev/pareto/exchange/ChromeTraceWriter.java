package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.Profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the trace event format of chrome://tracing and Perfetto: complete events (`X`) in
/// microseconds. A profile does not know when something happened: the order is that of the tree.
public final class ChromeTraceWriter {
    private static final double MICRO = 1e6;

    private final List<Map<String, Object>> events = new ArrayList<>();

    private ChromeTraceWriter() {}

    /// The file's text.
    ///
    /// @param name of the program
    public static String write(Profile profile, String name) {
        var writer = new ChromeTraceWriter();
        writer.event(profile.tree(), name, 0);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("traceEvents", writer.events);
        file.put("displayTimeUnit", "ms");
        file.put("otherData", Map.of("exporter", "pareto", "engine", profile.engine().id()));
        try {
            return new ObjectMapper().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists and maps can be written", e);
        }
    }

    private void event(CallNode node, String name, double start) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("name", name);
        event.put("cat", node.frame().file().isOwn() ? "own" : "library");
        event.put("ph", "X");
        event.put("ts", start);
        event.put("dur", node.total().wall().seconds() * MICRO);
        event.put("pid", 1);
        event.put("tid", 1);
        event.put(
                "args",
                Map.of("file", node.frame().file().path(), "line", node.frame().firstLine()));
        events.add(event);
        double at = start;
        for (CallNode child : node.children()) {
            event(child, child.frame().function(), at);
            at += child.total().wall().seconds() * MICRO;
        }
    }
}
