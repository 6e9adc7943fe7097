package dev.pareto.advice.rule;

/// Whether a fix must pay to be offered. Conditions of safety hold either way.
public enum Worth {
    REQUIRED,
    /// For trying rules out on code that nobody has run.
    IGNORED;

    /// Whether something that does not pay is to be refused.
    public boolean refuses(boolean unprofitable) {
        return this == REQUIRED && unprofitable;
    }
}
