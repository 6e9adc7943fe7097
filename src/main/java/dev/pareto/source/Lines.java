package dev.pareto.source;

import java.util.Arrays;

/// Where the lines of a text begin, by Python's rule: a line ends with `\n`, `\r\n` or `\r`, and
/// with nothing else (no form feed, no Unicode separator).
final class Lines {
    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        int[] found = new int[text.length() / 32 + 16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    /// How many lines an editor would number: an empty text has one, and so has a text after its
    /// last line end.
    int count() {
        return starts.length;
    }

    int start(int line) {
        return starts[line - 1];
    }

    /// Where the line's text ends, its line end left out.
    int end(int line) {
        if (line == starts.length) {
            return text.length();
        }
        int end = starts[line];
        boolean two = end >= 2 && text.charAt(end - 1) == '\n' && text.charAt(end - 2) == '\r';
        return end - (two ? 2 : 1);
    }

    /// The line which holds an offset; its line end belongs to it.
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
