package dev.pareto.source;

import com.github.difflib.UnifiedDiffUtils;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Differences as text, in the form that `patch` and `git apply` read.
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String ABSENT = "/dev/null";
    private static final String NO_END = "\n\\ No newline at end of file";

    private UnifiedDiff() {}

    /// All files that differ, in the order of their paths; a path that one side lacks is a new or a
    /// deleted file. Empty when nothing differs.
    public static String of(Map<String, SourceText> before, Map<String, SourceText> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .map(path -> of(path, before.get(path), after.get(path)))
                .collect(Collectors.joining());
    }

    /// One file; empty when both texts are the same.
    public static String of(SourceText before, SourceText after) {
        return of(after.path(), before, after);
    }

    private static String of(String path, @Nullable SourceText before, @Nullable SourceText after) {
        List<String> left = lines(before);
        List<String> right = lines(after);
        var patch = Changes.between(left, right);
        String from = before == null ? ABSENT : "a/" + path;
        String to = after == null ? ABSENT : "b/" + path;
        return UnifiedDiffUtils.generateUnifiedDiff(from, to, left, patch, CONTEXT).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /// The lines without their `\n`. A `\r` stays, since the bytes that follow it must fit; a last
    /// line without an end carries the remark that says so, which also makes it differ.
    private static List<String> lines(@Nullable SourceText source) {
        if (source == null || source.text().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(source.text().split("\n", -1)));
        String last = lines.removeLast();
        if (!last.isEmpty()) {
            lines.add(last + NO_END);
        }
        return lines;
    }
}
