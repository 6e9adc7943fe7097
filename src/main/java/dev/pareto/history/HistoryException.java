package dev.pareto.history;

import org.jspecify.annotations.Nullable;

/// The history cannot be read or written. The message is for people.
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
