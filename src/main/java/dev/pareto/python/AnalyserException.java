package dev.pareto.python;

import dev.pareto.python.CodeProblem.Unreadable;
import dev.pareto.source.SourceText;

/// The analyser gave no answer. The message says why, for the user.
final class AnalyserException extends Exception {
    private static final long serialVersionUID = 1L;

    AnalyserException(String message) {
        super(message);
    }

    AnalyserException(String message, Throwable cause) {
        super(message, cause);
    }

    CodeProblem about(SourceText source) {
        return new Unreadable(source.path(), String.valueOf(getMessage()));
    }
}
