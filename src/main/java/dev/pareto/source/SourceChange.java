package dev.pareto.source;

import java.util.Map;
import java.util.TreeMap;

/// Edits in one or more files, as a fix makes them.
///
/// @param edits by path, relative to the program's root; unmodifiable
public record SourceChange(Map<String, Edits> edits) {
    public SourceChange {
        edits = Map.copyOf(edits);
    }

    public static SourceChange of(String path, Edits edits) {
        return new SourceChange(Map.of(path, edits));
    }

    /// The changed texts of exactly those files that are edited, by path, in the order of paths.
    ///
    /// @param sources at least the edited files
    /// @throws IllegalArgumentException when an edited file is not among the sources
    public Map<String, SourceText> applyTo(Map<String, SourceText> sources) {
        Map<String, SourceText> changed = new TreeMap<>();
        edits.forEach(
                (path, ofFile) -> {
                    SourceText source = sources.get(path);
                    if (source == null) {
                        throw new IllegalArgumentException(path + " is edited, but not given");
                    }
                    changed.put(path, ofFile.applyTo(source));
                });
        return changed;
    }
}
