package dev.pareto.source.module;

/// What happens to a variable where its name stands.
public enum Access {
    LOAD,
    /// It is bound: assigned, a parameter, imported, defined, caught, captured by a pattern.
    STORE,
    /// It is read and bound again: the target of `+=` and its like.
    UPDATE,
    DELETE,
    /// It is only spoken of: in `global`, `nonlocal`, or an annotation without a value.
    DECLARE;

    public boolean reads() {
        return this == LOAD || this == UPDATE;
    }

    /// Whether the variable may mean another object afterwards, or none.
    public boolean rebinds() {
        return this == STORE || this == UPDATE || this == DELETE;
    }
}
