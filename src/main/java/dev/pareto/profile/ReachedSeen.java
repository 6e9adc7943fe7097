package dev.pareto.profile;

/// How often a statement was about to be executed.
public record ReachedSeen(long times) implements Observation {}
