package dev.pareto.profile;

/// How the equality and the hash of a type behave.
public enum TypeTrait {
    /// They agree, and run no code of the program.
    PLAIN,
    /// As its elements do.
    TUPLE,
    /// An object equals itself only.
    IDENTITY,
    /// It cannot be in a set.
    UNHASHABLE,
    /// The program defines them, so that nobody knows.
    CUSTOM
}
