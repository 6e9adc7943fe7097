package dev.pareto.ui.sunburst;

import dev.pareto.profile.CodeFile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A function below its callers, as a part of a ring.
///
/// @param name of the function; @param line where it starts, 0 where it has none
/// @param seconds with its callees; @param parent null for the outermost
/// @param source what it was made of, for making more of it
record Slice(
        String name,
        CodeFile file,
        int line,
        double seconds,
        @Nullable Slice parent,
        Object source) {
    /// From the root to this.
    List<Slice> path() {
        var path = new ArrayList<Slice>();
        for (Slice slice = this; slice != null; slice = slice.parent) {
            path.addFirst(slice);
        }
        return path;
    }

    /// "report.py:22", empty for a builtin and for the program itself.
    String place() {
        return line == 0 || file.owner() == CodeFile.Owner.BUILTIN
                ? ""
                : file.path().replaceFirst("^.*[/\\\\]", "") + ":" + line;
    }

    // Two are the same when they are one: the same function may stand in many places.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
