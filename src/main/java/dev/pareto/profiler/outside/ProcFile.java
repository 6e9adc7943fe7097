package dev.pareto.profiler.outside;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A small file of `/proc`, held open and read again and again. One thread.
final class ProcFile implements AutoCloseable {
    private static final int MOST = 2048;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(MOST);

    private ProcFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Null when there is no such file, or none that we may read.
    static @Nullable ProcFile open(String path) {
        try {
            return new ProcFile(FileChannel.open(Path.of(path)));
        } catch (IOException e) {
            return null;
        }
    }

    /// Reads anew; false when the process or thread is gone.
    boolean read() {
        buffer.clear();
        try {
            if (channel.read(buffer, 0) < 0) {
                buffer.position(0);
            }
            buffer.flip();
            return true;
        } catch (IOException e) {
            buffer.limit(0);
            return false;
        }
    }

    int length() {
        return buffer.limit();
    }

    /// The byte at a place, 0 beyond the end.
    byte at(int place) {
        return place < buffer.limit() ? buffer.get(place) : 0;
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
        for (int skipped = 0; skipped < field && at < buffer.limit(); at++) {
            if (buffer.get(at) == ' ') {
                skipped++;
            }
        }
        return at;
    }

    /// Where a byte occurs last; −1 when it does not.
    int last(char wanted) {
        int at = buffer.limit() - 1;
        while (at >= 0 && buffer.get(at) != wanted) {
            at--;
        }
        return at;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(buffer.duplicate()).toString();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
