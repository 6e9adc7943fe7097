package dev.pareto.ui.control;

import java.util.Locale;

/// The colours that drawn pictures (charts, flame graph) are made of. Each is a CSS property,
/// `-ink-text` for `TEXT`, that `control.css` ties to a colour of the theme.
public enum Ink {
    BACKGROUND,
    SUBTLE,
    INSET,
    TEXT,
    MUTED,
    FAINT,
    BORDER,
    GRID,
    ACCENT,
    SELECTED,
    LESS,
    LESS_SOFT,
    MORE,
    MORE_SOFT,
    WARNING,
    DANGER,
    OWN,
    LIBRARY,
    BUILTIN,
    FOUND,
    WAITING,
    HATCH,
    HEAT_0,
    HEAT_1,
    HEAT_2,
    HEAT_3,
    HEAT_4,
    HEAT_5;

    /// The CSS property that holds it.
    String property() {
        return "-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
