package dev.pareto.report;

import dev.pareto.profile.CodeFile;

import java.util.Optional;

/// What stands at a line.
public interface Code {
    /// Where no source is at hand.
    Code UNKNOWN = (_, _) -> Optional.empty();

    /// The text of a line, counted from 1; empty where nobody knows.
    Optional<String> at(CodeFile file, int line);
}
