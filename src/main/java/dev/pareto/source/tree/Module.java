package dev.pareto.source.tree;

import java.util.List;

/// A whole file.
public record Module(Mark mark, List<Statement> body) implements Node {}
