package dev.pareto.profile;

/// What the probes saw at one place.
public sealed interface Observation permits MembershipSeen, ReachedSeen, ValueSeen {}
