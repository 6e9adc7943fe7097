package dev.pareto.source;

/// A place in a text as people name it: line and column, both counted from 1, the column in UTF-16
/// units.
public record Place(int line, int column) {
    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("No place: " + line + ":" + column);
        }
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
