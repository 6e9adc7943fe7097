package dev.pareto.ui.flame;

/// How the call tree is shown.
public enum FlameShape {
    /// Callers above, callees below.
    ICICLE,
    /// Callers below, callees above.
    FLAME,
    /// The same as a table.
    TABLE
}
