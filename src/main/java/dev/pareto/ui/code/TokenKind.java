package dev.pareto.ui.code;

import java.util.List;
import java.util.Locale;

/// What a piece of Python is, as far as colours go.
enum TokenKind {
    KEYWORD,
    STRING,
    NUMBER,
    COMMENT,
    /// The name that a `def` or `class` gives, or a decorator.
    NAME,
    BUILTIN;

    // The list is unmodifiable.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> styleClass = List.of(name().toLowerCase(Locale.ROOT));

    List<String> styleClass() {
        return styleClass;
    }
}
