package dev.pareto.advice.compile;

/// What a value in a numeric loop is.
enum NumberKind {
    INT,
    FLOAT,
    /// What a comparison gives; it stands in conditions only.
    TRUTH
}
