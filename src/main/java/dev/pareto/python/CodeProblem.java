package dev.pareto.python;

import dev.pareto.source.Place;

/// Why the interpreter cannot make anything of a file.
public sealed interface CodeProblem extends Parsing {
    /// Of the file.
    String path();

    /// What is wrong, in a sentence for the user.
    String message();

    /// The interpreter does not accept the code.
    ///
    /// @param message the interpreter's own
    record SyntaxProblem(String path, Place place, String message) implements CodeProblem {}

    /// It could not be looked at: too large, too deeply nested, or the analyser ended.
    record Unreadable(String path, String message) implements CodeProblem {}
}
