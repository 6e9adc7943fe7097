package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// A small file of `/proc`, held open and read again and again. One thread.
final class ProcFile implements AutoCloseable {
    private static final int MOST = 2048;

    private final int file;
    private final MemorySegment buffer = Arena.ofAuto().allocate(MOST);
    private int length;

    private ProcFile(int file) {
        this.file = file;
    }

    /// Null when there is no such file, or none that we may read.
    static @Nullable ProcFile open(String path) {
        int file = Kernel.open(path);
        return file < 0 ? null : new ProcFile(file);
    }

    /// Reads anew; false when the process or thread is gone.
    boolean read() {
        int read = Kernel.read(file, buffer);
        length = Math.max(0, read);
        return read >= 0;
    }

    int length() {
        return length;
    }

    /// The byte at a place, 0 beyond the end.
    byte at(int place) {
        return place < length ? buffer.get(ValueLayout.JAVA_BYTE, place) : 0;
    }

    /// The decimal number of the blank-separated field, from 0; −1 where there is none.
    long number(int field) {
        int at = start(field);
        long value = 0;
        boolean any = false;
        for (byte digit = at(at); digit >= '0' && digit <= '9'; digit = at(++at)) {
            value = value * 10 + digit - '0';
            any = true;
        }
        return any ? value : -1;
    }

    /// The number of a field that is written as in "0x7ffd"; 0 where there is none.
    long hexadecimal(int field) {
        int at = start(field) + 2;
        long value = 0;
        for (int digit = Character.digit(at(at), 16);
                digit >= 0;
                digit = Character.digit(at(++at), 16)) {
            value = value << 4 | digit;
        }
        return value;
    }

    private int start(int field) {
        int at = 0;
        for (int skipped = 0; skipped < field && at < length; at++) {
            if (at(at) == ' ') {
                skipped++;
            }
        }
        return at;
    }

    /// Where a byte occurs last; −1 when it does not.
    int last(char wanted) {
        int at = length - 1;
        while (at >= 0 && at(at) != wanted) {
            at--;
        }
        return at;
    }

    String text() {
        return new String(
                buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        Kernel.close(file);
    }
}
