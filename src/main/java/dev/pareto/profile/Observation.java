package dev.pareto.profile;

/// What the probes saw at one place.
public sealed interface Observation
        permits CallsSeen, ContentsSeen, JoinSeen, MembershipSeen, ReachedSeen, ValueSeen {}
