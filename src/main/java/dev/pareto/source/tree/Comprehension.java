package dev.pareto.source.tree;

import java.util.List;

/// One `for target in iterable if condition …` of a comprehension.
public record Comprehension(
        Mark mark,
        Expression target,
        Expression iterable,
        List<Expression> conditions,
        boolean async)
        implements Node {}
