package dev.pareto.program;

import java.nio.file.Path;

/// What a program reads from its standard input.
public sealed interface Stdin {
    Stdin EMPTY = new Empty();

    /// Nothing: `input()` raises EOFError.
    record Empty() implements Stdin {}

    /// Typed text, sent as UTF-8.
    record Text(String text) implements Stdin {}

    /// The content of a file.
    record FromFile(Path file) implements Stdin {}
}
