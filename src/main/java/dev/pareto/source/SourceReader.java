package dev.pareto.source;

import dev.pareto.source.SourceReading.Decoded;
import dev.pareto.source.SourceReading.HasNul;
import dev.pareto.source.SourceReading.Undecodable;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads bytes as a Python source file: byte order mark, encoding cookie (PEP 263), strict
/// decoding.
final class SourceReader {
    private static final Pattern COOKIE =
            Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");
    private static final Pattern BLANK_OR_COMMENT = Pattern.compile("^[ \\t\\f]*(#.*)?$");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

    private SourceReader() {}

    static SourceReading read(String path, byte[] bytes) {
        boolean mark = SourceEncoding.startsWithMark(bytes);
        Optional<String> cookie = cookie(bytes);
        String name = cookie.orElse("utf-8");
        Charset charset;
        try {
            charset = charset(name);
        } catch (IllegalArgumentException e) {
            return new Undecodable(
                    path,
                    name,
                    "It declares the encoding “" + name + "”, which is not known here.");
        }
        if (mark && !charset.equals(StandardCharsets.UTF_8)) {
            return new Undecodable(
                    path, name, "It begins with the mark of UTF-8, but declares “" + name + "”.");
        }
        SourceEncoding encoding = new SourceEncoding(charset, mark);
        try {
            String text = encoding.decode(bytes);
            if (text.indexOf('\0') >= 0) {
                return new HasNul(path, new Lines(text).lineOf(text.indexOf('\0')));
            }
            // Some charsets have two byte sequences for one character: then a change of one line
            // would also change others.
            if (!encoding.canEncode(text) || !Arrays.equals(encoding.encode(text), bytes)) {
                return new Undecodable(
                        path, name, "Its bytes could not be written back as they were.");
            }
            return new Decoded(SourceText.of(path, text, encoding));
        } catch (CharacterCodingException e) {
            return new Undecodable(path, name, "It is not text in the encoding “" + name + "”.");
        }
    }

    /// The encoding that one of the first two lines declares; the second counts only after a blank
    /// line or a comment.
    private static Optional<String> cookie(byte[] bytes) {
        int length = Math.min(bytes.length, 1_000);
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        if (SourceEncoding.startsWithMark(bytes)) {
            head = head.substring(3);
        }
        String[] lines = LINE_END.split(head, 3);
        Stream<String> candidates =
                lines.length > 1 && BLANK_OR_COMMENT.matcher(lines[0]).find()
                        ? Stream.of(lines[0], lines[1])
                        : Stream.of(lines[0]);
        return candidates
                .map(COOKIE::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .findFirst();
    }

    /// @throws IllegalArgumentException when Java does not know it
    private static Charset charset(String pythonName) {
        String name = pythonName.toLowerCase(Locale.ROOT).replace('_', '-');
        if (name.equals("utf8") || name.startsWith("utf-8")) {
            return StandardCharsets.UTF_8;
        }
        for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
            if (name.equals(latin) || name.startsWith(latin + "-")) {
                return StandardCharsets.ISO_8859_1;
            }
        }
        Charset charset = Charset.forName(name);
        // The cookie was read as ASCII; Python too refuses UTF-16 here.
        if (!charset.canEncode() || "#".getBytes(charset).length != 1) {
            throw new IllegalArgumentException(name);
        }
        return charset;
    }
}
