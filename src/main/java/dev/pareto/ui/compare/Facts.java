package dev.pareto.ui.compare;

import java.util.List;

/// A small card: a word with its mark, and some lines.
///
/// @param status one or two words; @param lines short sentences
/// @param removed and added: what the reference and the candidate have at their first difference;
///   empty where there is none
record Facts(
        Mark mark, String status, List<String> lines, List<String> removed, List<String> added) {
    Facts {
        lines = List.copyOf(lines);
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    static Facts of(Mark mark, String status, List<String> lines) {
        return new Facts(mark, status, lines, List.of(), List.of());
    }

    /// How the word is marked.
    enum Mark {
        GOOD,
        BAD,
        LESS,
        MORE,
        NONE
    }
}
