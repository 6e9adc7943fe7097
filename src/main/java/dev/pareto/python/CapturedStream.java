package dev.pareto.python;

import dev.pareto.program.Output;
import dev.pareto.quantity.Bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a program printed to one stream: its beginning up to a cap, the size and hash of all of it.
/// Any thread may ask while another appends.
final class CapturedStream {
    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final long cap;
    private long size;

    CapturedStream(Bytes cap) {
        this.cap = cap.count();
    }

    synchronized void append(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        size += length;
        head.write(bytes, 0, (int) Math.min(length, cap - head.size()));
    }

    /// The kept part so far, as text.
    synchronized String text() {
        return head.toString(StandardCharsets.UTF_8);
    }

    /// All of it until now; more may be appended later.
    synchronized Output.Stream stream() {
        try {
            var soFar = (MessageDigest) digest.clone();
            return new Output.Stream(
                    head.toByteArray(), new Bytes(size), HexFormat.of().formatHex(soFar.digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every JDK's SHA-256 can be cloned", e);
        }
    }

    /// The hash of a file's content, lower-case hexadecimal.
    static String sha256(Path file) throws IOException {
        var digest = sha256();
        try (var content = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
