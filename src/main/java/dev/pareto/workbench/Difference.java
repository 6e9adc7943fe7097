package dev.pareto.workbench;

import dev.pareto.source.DiffRow;
import dev.pareto.source.SideBySide;
import dev.pareto.source.SourceText;
import dev.pareto.source.UnifiedDiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How two variants differ: the files of both sides that are not the same.
public record Difference(Map<String, SourceText> before, Map<String, SourceText> after) {
    public Difference {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
    }

    /// The files that differ, in order.
    public List<String> paths() {
        var paths = new TreeMap<String, SourceText>(before);
        paths.putAll(after);
        return new ArrayList<>(paths.keySet());
    }

    /// All of it in the form that `patch` and `git apply` read.
    public String unified() {
        return UnifiedDiff.of(before, after);
    }

    /// One file with aligned lines; a side that lacks the file is empty.
    public List<DiffRow> rows(String path) {
        SourceText empty = SourceText.of(path, "");
        return SideBySide.rows(before.getOrDefault(path, empty), after.getOrDefault(path, empty));
    }
}
