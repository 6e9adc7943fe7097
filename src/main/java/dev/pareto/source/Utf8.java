package dev.pareto.source;

/// UTF-8 columns in UTF-16 text: Python counts the first, Java the second.
final class Utf8 {
    private Utf8() {}

    /// How many bytes the UTF-16 unit at an offset stands for. Each half of a surrogate pair stands
    /// for two of its four bytes, so that sums come out right.
    static int width(char c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    static int offset(String text, int lineStart, int lineEnd, int column) {
        int offset = lineStart;
        int bytes = 0;
        while (bytes < column && offset < lineEnd) {
            bytes += width(text.charAt(offset));
            offset++;
        }
        return offset;
    }
}
