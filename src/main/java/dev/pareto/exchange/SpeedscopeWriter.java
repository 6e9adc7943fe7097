package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pareto.profile.Frame;
import dev.pareto.profile.Profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes speedscope's file format (speedscope.app/file-format-schema.json), one sampled profile.
public final class SpeedscopeWriter {
    static final String SCHEMA = "https://www.speedscope.app/file-format-schema.json";

    private SpeedscopeWriter() {}

    /// The file's text.
    ///
    /// @param name of the program
    public static String write(Profile profile, String name) {
        Map<Frame, Integer> numbers = new LinkedHashMap<>();
        List<List<Integer>> samples = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double[] end = {0};
        StackWalk.of(
                profile,
                (stack, seconds) -> {
                    samples.add(stack.stream().map(frame -> number(numbers, frame)).toList());
                    weights.add(seconds);
                    end[0] += seconds;
                });
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("$schema", SCHEMA);
        file.put("name", name);
        file.put("exporter", "pareto");
        file.put("activeProfileIndex", 0);
        file.put(
                "shared",
                Map.of("frames", numbers.keySet().stream().map(SpeedscopeWriter::frame).toList()));
        Map<String, Object> sampled = new LinkedHashMap<>();
        sampled.put("type", "sampled");
        sampled.put("name", name + " (" + profile.engine().id() + ")");
        sampled.put("unit", "seconds");
        sampled.put("startValue", 0);
        sampled.put("endValue", end[0]);
        sampled.put("samples", samples);
        sampled.put("weights", weights);
        file.put("profiles", List.of(sampled));
        try {
            return new ObjectMapper().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists and maps can be written", e);
        }
    }

    /// The line in a node is only that of most of its time: the start is what the function has in
    /// common with the others of its name.
    private static int number(Map<Frame, Integer> numbers, Frame frame) {
        var start = new Frame(frame.function(), frame.file(), frame.firstLine(), 0);
        return numbers.computeIfAbsent(start, _ -> numbers.size());
    }

    private static Map<String, Object> frame(Frame frame) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", frame.function());
        if (!frame.file().path().isEmpty()) {
            json.put("file", frame.file().path());
        }
        if (frame.firstLine() > 0) {
            json.put("line", frame.firstLine());
        }
        return json;
    }
}
