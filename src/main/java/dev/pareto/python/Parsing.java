package dev.pareto.python;

import dev.pareto.source.module.ParsedModule;

/// What came of parsing a file.
public sealed interface Parsing permits Parsing.Parsed, CodeProblem {
    /// It is Python, for the interpreter that was asked.
    record Parsed(ParsedModule module) implements Parsing {}
}
