package dev.pareto.ui.program;

import dev.pareto.program.Interpreter;

import java.nio.file.Path;
import java.util.Optional;

/// How an interpreter and its environment are named.
final class InterpreterLabel {
    private InterpreterLabel() {}

    /// ".venv": the environment as it is called from the root, or by its last name where it lies
    /// elsewhere; empty where there is none.
    static Optional<String> environment(Interpreter interpreter, Path root) {
        return interpreter
                .environmentFolder()
                .map(
                        folder ->
                                folder.startsWith(root) && !folder.equals(root)
                                        ? root.relativize(folder).toString()
                                        : String.valueOf(folder.getFileName()));
    }

    /// "CPython 3.13.0 (.venv)".
    static String full(Interpreter interpreter, Path root) {
        return environment(interpreter, root)
                .map(environment -> interpreter.label() + " (" + environment + ")")
                .orElse(interpreter.label());
    }
}
