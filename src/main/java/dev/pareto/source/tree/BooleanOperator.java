package dev.pareto.source.tree;

/// `and`, `or`
public enum BooleanOperator {
    AND,
    OR
}
