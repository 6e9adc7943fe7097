package dev.pareto.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How a file turns into text and back.
///
/// @param byteOrderMark whether the file begins with UTF-8's mark
public record SourceEncoding(Charset charset, boolean byteOrderMark) {
    /// Python's default.
    public static final SourceEncoding UTF_8 = new SourceEncoding(StandardCharsets.UTF_8, false);

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && Arrays.equals(bytes, 0, 3, MARK, 0, 3);
    }

    boolean canEncode(String text) {
        return charset.newEncoder().canEncode(text);
    }

    /// @throws CharacterCodingException where the bytes are not text in this charset
    String decode(byte[] bytes) throws CharacterCodingException {
        int from = byteOrderMark ? MARK.length : 0;
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, bytes.length - from);
        // A new decoder reports what it cannot read, where String would replace it.
        return charset.newDecoder().decode(buffer).toString();
    }

    byte[] encode(String text) {
        ByteBuffer encoded;
        try {
            encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(charset + " cannot express this text", e);
        }
        int mark = byteOrderMark ? MARK.length : 0;
        byte[] bytes = new byte[mark + encoded.remaining()];
        System.arraycopy(MARK, 0, bytes, 0, mark);
        encoded.get(bytes, mark, encoded.remaining());
        return bytes;
    }
}
