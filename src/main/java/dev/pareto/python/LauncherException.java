package dev.pareto.python;

/// Nothing could be started. The message says what happened, what it means and what to do.
public final class LauncherException extends Exception {
    private static final long serialVersionUID = 1L;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
