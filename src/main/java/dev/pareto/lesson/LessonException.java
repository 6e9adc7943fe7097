package dev.pareto.lesson;

/// A lesson or pack cannot be read. The message is for people.
public final class LessonException extends Exception {
    private static final long serialVersionUID = 1L;

    public LessonException(String message) {
        super(message);
    }

    public LessonException(String message, Throwable cause) {
        super(message, cause);
    }
}
