package dev.pareto.profile;

/// What the probes saw at one place.
public sealed interface Observation
        permits AwaitedSeen,
                CallsSeen,
                ContentsSeen,
                JoinSeen,
                MembershipSeen,
                ReachedSeen,
                ValueSeen {}
