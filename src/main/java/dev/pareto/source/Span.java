package dev.pareto.source;

/// A stretch of a text, as UTF-16 offsets: `start` inclusive, `end` exclusive, as
/// `String.substring` takes them.
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("No span: " + start + " to " + end);
        }
    }

    /// The empty span at an offset, where something can be inserted.
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /// Whether the other span lies in this one; every span contains itself.
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /// Whether the character at the offset belongs to this span.
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /// Whether both spans share at least one character.
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /// The smallest span that contains both.
    public Span union(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /// By start, then by end.
    @Override
    public int compareTo(Span other) {
        return start != other.start
                ? Integer.compare(start, other.start)
                : Integer.compare(end, other.end);
    }
}
