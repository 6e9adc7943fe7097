package dev.pareto.trial.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All tokens that are known to change from run to run, by text and line.
final class Mask {
    private final Map<String, Map<Integer, Set<Template>>> known = new HashMap<>();
    private final Set<String> shown = new LinkedHashSet<>();
    private final boolean anyLine;

    /// @param anyLine a template holds for every line of its text, since lines have no places
    Mask(boolean anyLine) {
        this.anyLine = anyLine;
    }

    void add(String sheet, int line, Template template) {
        shown.add(sheet + (anyLine ? "" : ", line " + (line + 1)) + ": " + template.text());
        known.computeIfAbsent(sheet, _ -> new HashMap<>())
                .computeIfAbsent(anyLine ? 0 : line, _ -> new LinkedHashSet<>())
                .add(template);
    }

    List<String> shown() {
        return List.copyOf(shown);
    }

    /// Lines with what is masked replaced by its class.
    List<String> applied(String sheet, List<String> lines) {
        Map<Integer, Set<Template>> templates = known.getOrDefault(sheet, Map.of());
        if (templates.isEmpty()) {
            return lines;
        }
        var masked = new ArrayList<String>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            masked.add(applied(lines.get(i), templates.getOrDefault(anyLine ? 0 : i, Set.of())));
        }
        return masked;
    }

    private static String applied(String line, Set<Template> templates) {
        return templates.stream()
                .flatMap(template -> template.applied(line).stream())
                .findFirst()
                .orElse(line);
    }
}
