package dev.pareto.ui.output;

import org.jspecify.annotations.Nullable;

/// A row of the output.
///
/// @param place where a row of a traceback leads, null for all others
record OutputLine(Kind kind, String text, @Nullable CodePlace place) {
    enum Kind {
        HEADING,
        STDOUT,
        STDERR,
        NOTE
    }

    /// A line of the own code.
    record CodePlace(String path, int line) {}

    static OutputLine heading(String text) {
        return new OutputLine(Kind.HEADING, text, null);
    }

    static OutputLine note(String text) {
        return new OutputLine(Kind.NOTE, text, null);
    }
}
