package dev.pareto.source.module;

import dev.pareto.source.Span;

/// A comment, from its `#` to the end of its line.
public record Comment(Span span, int line, String text) {}
