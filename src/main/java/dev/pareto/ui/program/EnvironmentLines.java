package dev.pareto.ui.program;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Environment variables as text, one `NAME=value` in a line.
sealed interface EnvironmentLines {
    /// The variables.
    record Variables(Map<String, String> values) implements EnvironmentLines {}

    /// A line that is none; from 1.
    record Wrong(int line, String text) implements EnvironmentLines {}

    static EnvironmentLines parse(String text) {
        Map<String, String> values = new TreeMap<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            int equals = line.indexOf('=');
            if (line.isEmpty()) {
                continue;
            }
            if (equals < 1 || line.substring(0, equals).matches(".*\\s.*")) {
                return new Wrong(i + 1, line);
            }
            values.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return new Variables(Map.copyOf(values));
    }

    static String format(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
