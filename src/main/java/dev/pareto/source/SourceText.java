package dev.pareto.source;

import java.util.Objects;

/// The text of one Python file, with all that is needed to write the same bytes back.
///
/// Immutable. The text holds the file's line ends as they are, and no byte order mark: that is part
/// of the encoding. Offsets count UTF-16 units, lines count from 1.
public final class SourceText {
    private final String path;
    private final String text;
    private final SourceEncoding encoding;
    private final Lines lines;
    private final Utf8Columns columns;

    private SourceText(String path, String text, SourceEncoding encoding) {
        if (path.isEmpty() || path.indexOf('\\') >= 0 || path.startsWith("/")) {
            throw new IllegalArgumentException("Not a path relative to a root: " + path);
        }
        this.path = path;
        this.text = text;
        this.encoding = encoding;
        this.lines = new Lines(text);
        this.columns = new Utf8Columns(text, lines);
    }

    /// Decodes a file as Python does: by byte order mark, by encoding cookie, else as UTF-8.
    ///
    /// @param path relative to the program's root, with `/`
    public static SourceReading read(String path, byte[] bytes) {
        return SourceReader.read(path, bytes);
    }

    /// A text that has no file yet, or whose file is plain UTF-8.
    public static SourceText of(String path, String text) {
        return new SourceText(path, text, SourceEncoding.UTF_8);
    }

    static SourceText of(String path, String text, SourceEncoding encoding) {
        return new SourceText(path, text, encoding);
    }

    /// The same file with another text.
    public SourceText withText(String newText) {
        return new SourceText(path, newText, encoding);
    }

    /// The file's bytes: exactly those that were read, as long as the text is the one that was
    /// read.
    ///
    /// @throws IllegalStateException when the encoding cannot express the text; ask
    ///   [#isEncodable()] where the text is a user's
    public byte[] bytes() {
        return encoding.encode(text);
    }

    /// Whether the file's encoding can express every character of the text.
    public boolean isEncodable() {
        return encoding.canEncode(text);
    }

    /// Relative to the program's root, with `/`.
    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /// The text of a span.
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    public SourceEncoding encoding() {
        return encoding;
    }

    /// How many lines an editor numbers; at least 1.
    public int lineCount() {
        return lines.count();
    }

    /// The text of a line without its line end.
    public String line(int line) {
        return text.substring(lines.start(line), lines.end(line));
    }

    /// The span of a line without its line end.
    public Span lineSpan(int line) {
        return new Span(lines.start(line), lines.end(line));
    }

    /// Where the next line starts; for the last line the end of the text.
    public int nextLineStart(int line) {
        return line == lines.count() ? text.length() : lines.start(line + 1);
    }

    /// The spaces, tabs and form feeds that a line begins with.
    public String indentation(int line) {
        Span span = lineSpan(line);
        int end = span.start();
        while (end < span.end() && " \t\f".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(span.start(), end);
    }

    /// The line end to use in new text: that of the first line, `\n` when there is only one.
    public String lineEnd() {
        return lines.count() == 1 ? "\n" : text.substring(lines.end(1), lines.start(2));
    }

    /// The line which holds an offset; an offset in a line end belongs to the line it ends.
    public int lineOf(int offset) {
        Objects.checkIndex(offset, text.length() + 1);
        return lines.lineOf(offset);
    }

    /// The place of an offset, for people.
    public Place place(int offset) {
        int line = lineOf(offset);
        return new Place(line, offset - lines.start(line) + 1);
    }

    /// The UTF-16 offset of a position as Python's `ast` gives it.
    ///
    /// @param line counted from 1
    /// @param utf8Column bytes of UTF-8 before it in its line; beyond the line's end means its end
    public int offset(int line, int utf8Column) {
        return columns.offset(line, utf8Column);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText that
                && path.equals(that.path)
                && text.equals(that.text)
                && encoding.equals(that.encoding);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, text);
    }

    @Override
    public String toString() {
        return path + " (" + lineCount() + " lines)";
    }
}
