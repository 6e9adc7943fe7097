package dev.pareto.profile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All that one run with probes saw. It says nothing about time, but for what was awaited.
///
/// @param seen by the question's id; a place that was never reached is missing
/// @param complete whether the program came to its end; else counts are of a part of the run
/// @param processes how many processes saw something
/// @param notes what the reader must know
public record Observations(
        Map<String, Observation> seen, boolean complete, int processes, List<String> notes) {
    public static final Observations NONE = new Observations(Map.of(), true, 0, List.of());

    public Observations {
        seen = Collections.unmodifiableMap(new TreeMap<>(seen));
        notes = List.copyOf(notes);
    }

    public Optional<MembershipSeen> membership(String id) {
        return seen.get(id) instanceof MembershipSeen found ? Optional.of(found) : Optional.empty();
    }

    /// What an expression gave; empty when it never came to its end.
    public Optional<ValueSeen> value(String id) {
        return seen.get(id) instanceof ValueSeen found ? Optional.of(found) : Optional.empty();
    }

    public Optional<ContentsSeen> contents(String id) {
        return seen.get(id) instanceof ContentsSeen found ? Optional.of(found) : Optional.empty();
    }

    public Optional<CallsSeen> calls(String id) {
        return seen.get(id) instanceof CallsSeen found ? Optional.of(found) : Optional.empty();
    }

    public Optional<JoinSeen> join(String id) {
        return seen.get(id) instanceof JoinSeen found ? Optional.of(found) : Optional.empty();
    }

    /// How long an `await` waited; empty when it never came to its end.
    public Optional<AwaitedSeen> awaited(String id) {
        return seen.get(id) instanceof AwaitedSeen found ? Optional.of(found) : Optional.empty();
    }

    /// How often a statement was reached; 0 when never.
    public long reached(String id) {
        return seen.get(id) instanceof ReachedSeen found ? found.times() : 0;
    }
}
