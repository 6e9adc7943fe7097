package dev.pareto.trial.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares two texts line by line.
final class Texts {
    private static final String END = "(the end)";
    private static final int SHOWN = 160;

    private Texts() {}

    /// @param name of the text for people: "stdout", "file out.csv"
    static Optional<Difference> difference(
            String name, List<String> before, List<String> after, Sameness sameness) {
        return switch (sameness) {
            case Sameness.Exact _ -> inOrder(name, before, after, 0);
            case Sameness.Numbers(double relative) -> inOrder(name, before, after, relative);
            case Sameness.UnorderedLines _ -> inAnyOrder(name, before, after);
        };
    }

    /// The lines of a text. A last line without its end is another than one with it.
    static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static Optional<Difference> inOrder(
            String name, List<String> before, List<String> after, double tolerance) {
        int shared = Math.min(before.size(), after.size());
        for (int i = 0; i < shared; i++) {
            if (!same(before.get(i), after.get(i), tolerance)) {
                return Optional.of(at(name, i, before, after));
            }
        }
        return before.size() == after.size()
                ? Optional.empty()
                : Optional.of(at(name, shared, before, after));
    }

    private static boolean same(String before, String after, double tolerance) {
        if (before.equals(after)) {
            return true;
        }
        if (tolerance == 0) {
            return false;
        }
        List<Token> left = Token.of(before);
        List<Token> right = Token.of(after);
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!near(left.get(i), right.get(i), tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(Token before, Token after, double tolerance) {
        if (before.equals(after)) {
            return true;
        }
        if (before.kind() == Token.Kind.BLANK) {
            // Columns move when a number gets longer.
            return after.kind() == Token.Kind.BLANK;
        }
        if (!before.isNumber() || !after.isNumber()) {
            return false;
        }
        double left = before.value();
        double right = after.value();
        return Math.abs(left - right) <= tolerance * Math.max(Math.abs(left), Math.abs(right));
    }

    private static Optional<Difference> inAnyOrder(
            String name, List<String> before, List<String> after) {
        Map<String, Integer> open = counts(after);
        int missing = -1;
        for (int i = 0; i < before.size() && missing < 0; i++) {
            if (open.merge(before.get(i), -1, Integer::sum) < 0) {
                missing = i;
            }
        }
        Map<String, Integer> expected = counts(before);
        int extra = -1;
        for (int i = 0; i < after.size() && extra < 0; i++) {
            if (expected.merge(after.get(i), -1, Integer::sum) < 0) {
                extra = i;
            }
        }
        if (missing < 0 && extra < 0) {
            return Optional.empty();
        }
        String left = missing < 0 ? "(no such line)" : before.get(missing);
        String right = extra < 0 ? "(no such line)" : after.get(extra);
        return Optional.of(
                new Difference(
                        name + ", line " + (Math.max(missing, missing < 0 ? extra : 0) + 1),
                        shown(left, right),
                        shown(right, left),
                        missing < 0 || extra < 0
                                ? Reasons.line(before.size(), after.size())
                                : Reasons.within(left, right)));
    }

    private static Map<String, Integer> counts(List<String> lines) {
        var counts = new HashMap<String, Integer>();
        lines.forEach(line -> counts.merge(line, 1, Integer::sum));
        return counts;
    }

    private static Difference at(String name, int line, List<String> before, List<String> after) {
        String left = line < before.size() ? before.get(line) : END;
        String right = line < after.size() ? after.get(line) : END;
        return new Difference(
                name + ", line " + (line + 1),
                shown(left, right),
                shown(right, left),
                reason(line, before, after));
    }

    private static String reason(int line, List<String> before, List<String> after) {
        if (before.size() != after.size()) {
            return Reasons.line(before.size(), after.size());
        }
        var left = new ArrayList<>(before);
        var right = new ArrayList<>(after);
        left.sort(null);
        right.sort(null);
        return left.equals(right)
                ? Reasons.ORDER
                : Reasons.within(before.get(line), after.get(line));
    }

    /// A long line is cut around the place where it differs.
    private static String shown(String line, String other) {
        if (line.length() <= SHOWN) {
            return line;
        }
        int differs = 0;
        while (differs < line.length()
                && differs < other.length()
                && line.charAt(differs) == other.charAt(differs)) {
            differs++;
        }
        int from = Math.clamp(differs - SHOWN / 4, 0, line.length() - SHOWN);
        return (from > 0 ? "…" : "")
                + line.substring(from, from + SHOWN)
                + (from + SHOWN < line.length() ? "…" : "");
    }
}
