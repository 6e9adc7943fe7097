package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.Profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the trace event format of chrome://tracing and Perfetto: complete events (`X`) in
/// microseconds. A profile does not know when something happened: the order is that of the tree.
public final class ChromeTraceWriter {
    private static final double MICRO = 1e6;

    private record Step(CallNode node, double start) {}

    private ChromeTraceWriter() {}

    /// The file's text.
    ///
    /// @param name of the program
    public static String write(Profile profile, String name) {
        List<Map<String, Object>> events = new ArrayList<>();
        Deque<Step> open = new ArrayDeque<>();
        open.push(new Step(profile.tree(), 0));
        while (!open.isEmpty()) {
            Step step = open.pop();
            events.add(event(step, events.isEmpty() ? name : step.node.frame().function()));
            double at = step.start;
            for (CallNode child : step.node.children()) {
                open.push(new Step(child, at));
                at += child.total().wall().seconds() * MICRO;
            }
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("traceEvents", events);
        file.put("displayTimeUnit", "ms");
        file.put("otherData", Map.of("exporter", "pareto", "engine", profile.engine().id()));
        try {
            return new ObjectMapper().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists and maps can be written", e);
        }
    }

    private static Map<String, Object> event(Step step, String name) {
        var frame = step.node.frame();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("name", name);
        event.put("cat", frame.file().isOwn() ? "own" : "library");
        event.put("ph", "X");
        event.put("ts", step.start);
        event.put("dur", step.node.total().wall().seconds() * MICRO);
        event.put("pid", 1);
        event.put("tid", 1);
        event.put("args", Map.of("file", frame.file().path(), "line", frame.firstLine()));
        return event;
    }
}
