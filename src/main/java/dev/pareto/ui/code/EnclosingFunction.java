package dev.pareto.ui.code;

import java.util.ArrayDeque;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the function that a line belongs to, by indentation alone, so that it works in text that
/// does not parse.
final class EnclosingFunction {
    private static final Pattern HEAD =
            Pattern.compile(
                    "^([ \\t]*)(?:async\\s+)?(?:def|class)\\s+([\\p{L}_][\\p{L}\\p{N}_]*).*");

    private EnclosingFunction() {}

    /// Its qualified name, `Class.method`; empty at the top level.
    ///
    /// @param line from 0; @param text the lines
    static String of(int line, IntFunction<String> text) {
        var names = new ArrayDeque<String>();
        int outer = Integer.MAX_VALUE;
        for (int i = line; i >= 0 && outer > 0; i--) {
            String current = text.apply(i);
            if (current.isBlank()) {
                continue;
            }
            int indent = LineEdits.indent(current).length();
            Matcher head = HEAD.matcher(current);
            if (indent < outer && head.matches()) {
                names.addFirst(head.group(2));
                outer = indent;
            } else if (outer == Integer.MAX_VALUE || indent < outer) {
                outer = Math.min(outer, indent);
            }
        }
        return String.join(".", names);
    }
}
