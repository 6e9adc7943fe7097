package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

/// One import: `name` or `name as asName`.
///
/// @param name dotted for a module; `*` for a star import
public record Alias(Mark mark, String name, @Nullable String asName) implements Node {
    /// The variable that an `import` statement binds: `a` for `import a.b`.
    public String importedAs() {
        return asName != null ? asName : firstPart();
    }

    private String firstPart() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
