package dev.pareto.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// From columns that count bytes of UTF-8, as Python's `ast` has them, to UTF-16 offsets.
///
/// Quick on any line: a generated file may be one line of a million characters.
final class Utf8Columns {
    private static final int STEP = 64;

    private final String text;
    private final Lines lines;

    /// Line → bytes before its characters 0, 64, 128 …; only for lines that are not pure ASCII.
    private final Map<Integer, int[]> bytesBefore = new HashMap<>();

    Utf8Columns(String text, Lines lines) {
        this.text = text;
        this.lines = lines;
        for (int line = 1; line <= lines.count(); line++) {
            if (!isAscii(lines.start(line), lines.end(line))) {
                bytesBefore.put(line, measure(lines.start(line), lines.end(line)));
            }
        }
    }

    /// The offset of a column, at most that of the line's end.
    int offset(int line, int column) {
        int start = lines.start(line);
        int end = lines.end(line);
        int[] steps = bytesBefore.get(line);
        if (steps == null) {
            return Math.min(start + column, end);
        }
        int found = Arrays.binarySearch(steps, column);
        int step = found >= 0 ? found : -found - 2;
        int bytes = steps[step];
        int offset = start + step * STEP;
        while (bytes < column && offset < end) {
            bytes += width(text.charAt(offset));
            offset++;
        }
        return offset;
    }

    private boolean isAscii(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private int[] measure(int start, int end) {
        int[] steps = new int[(end - start) / STEP + 1];
        int bytes = 0;
        for (int i = start; i < end; i++) {
            if ((i - start) % STEP == 0) {
                steps[(i - start) / STEP] = bytes;
            }
            bytes += width(text.charAt(i));
        }
        if ((end - start) % STEP == 0) {
            steps[(end - start) / STEP] = bytes;
        }
        return steps;
    }

    /// How many bytes a UTF-16 unit stands for. Each half of a surrogate pair stands for two of its
    /// four, so that sums come out right.
    private static int width(char c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
