package dev.pareto.source;

/// What came of putting edits of one text together: [Edits], or the first two that clash.
public sealed interface EditsMerge permits Edits, EditsMerge.Clash {
    /// Two edits that cannot both be made.
    record Clash(TextEdit first, TextEdit second) implements EditsMerge {}
}
