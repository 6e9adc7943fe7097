package dev.pareto.source.tree;

import java.math.BigInteger;

/// The value of a constant.
public sealed interface Literal {
    /// `None`, `...`
    enum Singleton implements Literal {
        NONE,
        ELLIPSIS
    }

    record Bool(boolean value) implements Literal {}

    record Int(BigInteger value) implements Literal {}

    /// A `float`.
    record Real(double value) implements Literal {}

    /// `2j`; constants have no real part.
    record Imaginary(double value) implements Literal {}

    /// May hold unpaired surrogates, as Python's strings may.
    record Text(String value) implements Literal {}

    /// Bytes.
    ///
    /// @param latin1 each character is one byte
    record Bytes(String latin1) implements Literal {}
}
