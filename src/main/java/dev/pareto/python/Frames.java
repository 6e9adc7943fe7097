package dev.pareto.python;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Length-prefixed JSON, as a launcher speaks it: four bytes of length, then the text. A message
/// with a field `bytes` is followed by that many raw bytes.
///
/// One thread may read while another writes; writers exclude each other.
final class Frames {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST = 1 << 26;

    private final DataInputStream in;
    private final DataOutputStream out;

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    void write(Object message) throws IOException {
        byte[] text = MAPPER.writeValueAsBytes(message);
        synchronized (out) {
            out.writeInt(text.length);
            out.write(text);
            out.flush();
        }
    }

    /// The next message, or null at the end of the stream.
    @Nullable Frame read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        JsonNode message = MAPPER.readTree(exactly(length));
        return new Frame(message, exactly(message.path("bytes").asInt(0)));
    }

    private byte[] exactly(int length) throws IOException {
        if (length < 0 || length > LONGEST) {
            throw new IOException("a message of " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the stream ended within a message");
        }
        return bytes;
    }

    /// A message with its raw bytes, mostly none.
    // Read once, by the one who takes it off the wire.
    @SuppressWarnings("ArrayRecordComponent")
    record Frame(JsonNode message, byte[] bytes) {}
}
