package dev.pareto.source;

/// What came of reading the bytes of a Python file.
public sealed interface SourceReading {
    /// It is text, and writes back to the same bytes.
    record Decoded(SourceText source) implements SourceReading {}

    /// It is not text in the encoding that it declares (UTF-8 when it declares none), or that
    /// encoding is unknown here.
    ///
    /// @param reason a sentence for the user
    record Undecodable(String path, String encoding, String reason) implements SourceReading {}

    /// It holds a NUL character, which no Python accepts in a source file.
    ///
    /// @param line where the first one is, from 1
    record HasNul(String path, int line) implements SourceReading {}
}
