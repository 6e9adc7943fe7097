package dev.pareto.program;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An immutable set of changed files over the root's files. Variants form a tree; its root is the
/// baseline, which changes nothing.
///
/// @param id unique within a program: "baseline", then "A", "B", …
/// @param name for people: "set lookup"
/// @param parent the id of the variant it grew out of; null for the baseline
/// @param origin where it came from
/// @param changes path under the root (forward slashes) → whole new text. All changes over the
///   root's files, not over the parent's
public record Variant(
        String id,
        String name,
        @Nullable String parent,
        Origin origin,
        Map<String, String> changes) {
    /// Where a variant came from.
    public enum Origin {
        BASELINE,
        ADVICE,
        EDIT
    }

    public static final String BASELINE_ID = "baseline";

    public Variant {
        changes = Collections.unmodifiableMap(new TreeMap<>(changes));
    }

    public static Variant baseline() {
        return new Variant(BASELINE_ID, "baseline", null, Origin.BASELINE, Map.of());
    }

    public boolean isBaseline() {
        return origin == Origin.BASELINE;
    }

    /// The changed text of a file; empty where this variant leaves the root's file as it is.
    public Optional<String> change(String path) {
        return Optional.ofNullable(changes.get(path));
    }
}
