package dev.pareto.source;

/// One replacement: the text of a span becomes another.
public record TextEdit(Span span, String replacement) {
    public static TextEdit replace(Span span, String replacement) {
        return new TextEdit(span, replacement);
    }

    public static TextEdit insert(int offset, String text) {
        return new TextEdit(Span.at(offset), text);
    }

    public static TextEdit delete(Span span) {
        return new TextEdit(span, "");
    }

    /// Whether the two want the same characters, or one inserts into what the other replaces.
    /// Touching is no clash.
    boolean clashesWith(TextEdit other) {
        return span.overlaps(other.span) || splits(span, other.span) || splits(other.span, span);
    }

    private static boolean splits(Span insertion, Span replaced) {
        return insertion.isEmpty()
                && replaced.start() < insertion.start()
                && insertion.start() < replaced.end();
    }
}
