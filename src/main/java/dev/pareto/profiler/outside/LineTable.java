package dev.pareto.profiler.outside;

import java.util.Arrays;

/// The line of each instruction of a code object, read from its `co_linetable`.
///
/// Formats: `Objects/lnotab_notes.txt` of CPython 3.10, `InternalDocs/code_objects.md` of 3.13 for
/// 3.11 and later.
final class LineTable {
    /// No code object is larger than this; what claims to be was read wrongly.
    private static final int MOST_UNITS = 1 << 24;

    private static final int NONE = -1;

    private final byte[] table;
    private int at;
    private int[] lines = new int[64];
    private int count;

    private LineTable(byte[] table) {
        this.table = table;
    }

    /// The line of each code unit (two bytes), −1 where an instruction belongs to none.
    ///
    /// @param ranges whether the table is of 3.11 or later
    static int[] lines(byte[] table, int firstLine, boolean ranges) {
        LineTable reading = new LineTable(table);
        if (ranges) {
            reading.readRanges(firstLine);
        } else {
            reading.readPairs(firstLine);
        }
        return Arrays.copyOf(reading.lines, reading.count);
    }

    private void readPairs(int firstLine) {
        int line = firstLine;
        while (at + 1 < table.length) {
            int units = (table[at] & 0xFF) / 2;
            int delta = table[at + 1];
            at += 2;
            if (delta != -128) {
                line += delta;
            }
            add(units, delta == -128 ? NONE : line);
        }
    }

    private void readRanges(int firstLine) {
        int line = firstLine;
        while (at < table.length) {
            int head = table[at++] & 0xFF;
            int units = (head & 7) + 1;
            int kind = head >> 3 & 15;
            switch (kind) {
                case 15 -> {}
                case 14 -> {
                    line += signed();
                    number();
                    number();
                    number();
                }
                case 13 -> line += signed();
                case 12, 11, 10 -> {
                    line += kind - 10;
                    at += 2;
                }
                default -> at++;
            }
            add(units, kind == 15 ? NONE : line);
        }
    }

    private int number() {
        int value = 0;
        for (int shift = 0; at < table.length; shift += 6) {
            int part = table[at++];
            value |= (part & 63) << shift;
            if ((part & 64) == 0) {
                break;
            }
        }
        return value;
    }

    private int signed() {
        int value = number();
        return (value & 1) == 0 ? value >>> 1 : -(value >>> 1);
    }

    private void add(int units, int line) {
        if (count + units > MOST_UNITS) {
            at = table.length;
            return;
        }
        if (count + units > lines.length) {
            lines = Arrays.copyOf(lines, Math.max(lines.length * 2, count + units));
        }
        Arrays.fill(lines, count, count + units, line);
        count += units;
    }
}
