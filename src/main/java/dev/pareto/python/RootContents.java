package dev.pareto.python;

import dev.pareto.quantity.Bytes;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What of a root is to be copied, found by [RootReader].
///
/// @param entries parents before what is in them; paths relative to the root
/// @param size of all files
/// @param complete false when there were too many to look at all
record RootContents(List<Entry> entries, Bytes size, boolean complete) {
    private static final int MOST_NAMES = 8;

    RootContents {
        entries = List.copyOf(entries);
    }

    /// One thing to make in the copy.
    sealed interface Entry {
        Path path();

        record Folder(Path path) implements Entry {}

        /// A file with the content of another.
        record Plain(Path path, Path from, long size) implements Entry {}

        /// A link: relative to its own folder when it stays in the copy, absolute when the user
        /// wanted the original.
        record Link(Path path, Path target) implements Entry {}
    }

    /// What takes the most place, for the question which to leave out: folders without own code, as
    /// far up as they have none; files that lie beside own code.
    List<String> largest() {
        Set<Path> withCode = new HashSet<>();
        for (Entry entry : entries) {
            if (ProgramFiles.isPython(entry.path())) {
                for (Path up = entry.path().getParent(); up != null; up = up.getParent()) {
                    withCode.add(up);
                }
            }
        }
        Map<Path, Long> sizes = new HashMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Plain(Path path, Path _, long size)) {
                Path whole = path;
                for (Path up = path.getParent();
                        up != null && !withCode.contains(up);
                        up = up.getParent()) {
                    whole = up;
                }
                sizes.merge(whole, size, Long::sum);
            }
        }
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<Path, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_NAMES)
                .map(largest -> ProgramFiles.slashed(largest.getKey()))
                .toList();
    }
}
