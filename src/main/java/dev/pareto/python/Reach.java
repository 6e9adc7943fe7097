package dev.pareto.python;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a run was seen to touch outside of its private copy.
///
/// @param writes files that it had open for writing and that are still there, absolute paths
/// @param connections beyond this machine, as in "tcp 93.184.216.34:443"
public record Reach(SortedSet<String> writes, SortedSet<String> connections) {
    public static final Reach NONE = new Reach(new TreeSet<>(), new TreeSet<>());

    private static final int MOST_NAMED = 5;

    public Reach {
        writes = new TreeSet<>(writes);
        connections = new TreeSet<>(connections);
    }

    public boolean isEmpty() {
        return writes.isEmpty() && connections.isEmpty();
    }

    /// For people, one sentence; empty when there is nothing to say.
    public String words() {
        String files = writes.isEmpty() ? "" : "wrote to " + named(writes);
        String others = connections.isEmpty() ? "" : "was connected to " + named(connections);
        return isEmpty()
                ? ""
                : "The first run "
                        + files
                        + (files.isEmpty() || others.isEmpty() ? "" : ", and ")
                        + others
                        + (writes.isEmpty() ? "." : ", outside of its private copy.");
    }

    private static String named(Collection<String> all) {
        String some = String.join(", ", all.stream().limit(MOST_NAMED).toList());
        int more = all.size() - MOST_NAMED;
        return more > 0 ? some + " and " + more + " more" : some;
    }
}
