package dev.pareto.source.tree;

/// Which node, and where: what every node carries beside its syntax.
///
/// @param id unique in its tree; the root has 0; a parent's is smaller than its children's
/// @param start UTF-16 offset, inclusive
/// @param end UTF-16 offset, exclusive
/// @param line of the start, from 1
public record Mark(int id, int start, int end, int line) {}
