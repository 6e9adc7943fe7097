package dev.pareto.ui.code;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the keys of an editor do to lines of Python, as text.
final class LineEdits {
    private static final Pattern INDENT = Pattern.compile("^[ \\t]*");
    private static final Pattern OPENS = Pattern.compile(".*:\\s*(#.*)?$");
    private static final Pattern LEAVES =
            Pattern.compile("^\\s*(return|pass|break|continue|raise)\\b.*");
    private static final int WIDTH = 4;

    private LineEdits() {}

    /// One step of indentation, as the lines have it: a tab, or two to eight spaces.
    static String unit(List<String> lines) {
        for (String line : lines) {
            String indent = indent(line);
            if (indent.startsWith("\t")) {
                return "\t";
            }
            if (indent.length() >= 2 && indent.length() <= 8 && !line.isBlank()) {
                return indent;
            }
        }
        return " ".repeat(WIDTH);
    }

    static String indent(String line) {
        Matcher matcher = INDENT.matcher(line);
        return matcher.find() ? matcher.group() : "";
    }

    /// How the line after `before` begins: one step further after a colon, one step back after what
    /// leaves a block.
    ///
    /// @param before the line up to the caret
    static String next(String before, String unit) {
        String indent = indent(before);
        if (OPENS.matcher(before).matches()) {
            return indent + unit;
        }
        return LEAVES.matcher(before).matches() && indent.endsWith(unit)
                ? indent.substring(0, indent.length() - unit.length())
                : indent;
    }

    static List<String> indented(List<String> lines, String unit) {
        return lines.stream().map(l -> l.isBlank() ? l : unit + l).toList();
    }

    static List<String> outdented(List<String> lines, String unit) {
        return lines.stream().map(l -> outdented(l, unit)).toList();
    }

    private static String outdented(String line, String unit) {
        if (line.startsWith("\t")) {
            return line.substring(1);
        }
        int most = Math.min(unit.equals("\t") ? WIDTH : unit.length(), indent(line).length());
        return line.substring(most);
    }

    /// Comments all lines at the smallest indentation among them, or takes the comments away where
    /// all have one. Blank lines stay as they are.
    static List<String> commented(List<String> lines) {
        List<String> code = lines.stream().filter(l -> !l.isBlank()).toList();
        if (code.stream().allMatch(l -> l.strip().startsWith("#"))) {
            return lines.stream().map(l -> l.replaceFirst("# ?", "")).toList();
        }
        int column = code.stream().mapToInt(l -> indent(l).length()).min().orElse(0);
        return lines.stream()
                .map(l -> l.isBlank() ? l : l.substring(0, column) + "# " + l.substring(column))
                .toList();
    }
}
