package dev.pareto.source.tree;

/// What happens to a name, an attribute or an item.
public enum Context {
    LOAD,
    STORE,
    DELETE
}
