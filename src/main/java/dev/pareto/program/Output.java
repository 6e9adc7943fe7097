package dev.pareto.program;

import dev.pareto.quantity.Bytes;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a run left behind, as far as another run's can be compared with it.
///
/// @param exit how it ended
/// @param stdout what it printed
/// @param stderr what it printed there
/// @param files path in the scratch folder → SHA-256 of files that it created or changed (caches of
///   byte code excepted)
public record Output(Exit exit, Stream stdout, Stream stderr, Map<String, String> files) {
    public Output {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /// How a process ended.
    public sealed interface Exit {
        /// It returned a status.
        record Status(int code) implements Exit {}

        /// A signal ended it; the number as in `signal(7)`.
        record Signal(int number) implements Exit {}
    }

    /// One printed stream. What is beyond the cap is counted and hashed, not kept.
    ///
    /// @param head the kept bytes
    /// @param size of everything printed
    /// @param sha256 of everything printed, lower-case hexadecimal
    // Up to 10 MB of raw bytes, written once and never changed: a copy for every reader would cost
    // more than it protects.
    @SuppressWarnings("ArrayRecordComponent")
    public record Stream(byte[] head, Bytes size, String sha256) {
        public boolean isTruncated() {
            return size.count() > head.length;
        }

        public boolean isEmpty() {
            return size.count() == 0;
        }

        /// The kept part as text; bytes that are not UTF-8 become U+FFFD.
        public String text() {
            return new String(head, java.nio.charset.StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Stream s && s.sha256.equals(sha256) && s.size.equals(size);
        }

        @Override
        public int hashCode() {
            return sha256.hashCode();
        }

        @Override
        public String toString() {
            return "Stream["
                    + size
                    + ", "
                    + sha256.substring(0, Math.min(8, sha256.length()))
                    + "]";
        }
    }

    public boolean succeeded() {
        return exit instanceof Exit.Status(int code) && code == 0;
    }

    /// The type of the exception that a traceback on stderr ends with, as in "ValueError"; empty
    /// where there is none.
    public java.util.Optional<String> exceptionType() {
        String text = stderr.text();
        if (!text.contains("Traceback (most recent call last)")
                && !text.contains("SyntaxError")
                && !text.contains("IndentationError")) {
            return java.util.Optional.empty();
        }
        return text.lines()
                .map(
                        l ->
                                java.util.regex.Pattern.compile("^([A-Za-z_][\\w.]*)(?::.*)?$")
                                        .matcher(l))
                .filter(java.util.regex.Matcher::matches)
                .map(m -> m.group(1))
                .reduce((a, b) -> b);
    }
}
