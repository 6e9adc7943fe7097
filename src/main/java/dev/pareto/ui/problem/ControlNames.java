package dev.pareto.ui.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/// Names the window's own controls where a problem names an option of the command line.
final class ControlNames {
    private static final String BAR = "the program bar";

    private static final Map<String, String> INSTEAD = new LinkedHashMap<>();

    static {
        INSTEAD.put(
                "a file (--stdin FILE), or text in the program bar",
                "a file or text, under More in " + BAR);
        INSTEAD.put("(--timeout)", "(under More in " + BAR + ")");
        INSTEAD.put("(--memory)", "(under More in " + BAR + ")");
        INSTEAD.put("(--python)", "(in " + BAR + ")");
        INSTEAD.put("(--engine auto)", "(the arrow beside Profile)");
        INSTEAD.put(", or write the difference (--patch FILE.diff)", "");
        INSTEAD.put(
                "Leave folders out (--leave-out DIR) or link those with data (--link DIR; a program"
                        + " can write through a link), or choose a smaller root.",
                "Open a smaller folder, or move the large ones out of it.");
        INSTEAD.put("--verbose shows what was printed.", "What was printed stands under Details.");
    }

    private ControlNames() {}

    static String of(String text) {
        String named = text;
        for (Map.Entry<String, String> each : INSTEAD.entrySet()) {
            named = named.replace(each.getKey(), each.getValue());
        }
        return named;
    }
}
