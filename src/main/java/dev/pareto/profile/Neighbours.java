package dev.pareto.profile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who calls a function, and what it calls. Recursion counts once: the callers' costs sum up to
/// `total`, and so do `self` and the callees' costs.
///
/// @param callers and callees: most expensive first; a function without callers stands at the root
public record Neighbours(List<Neighbour> callers, List<Neighbour> callees, Cost self, Cost total) {
    public Neighbours {
        callers = List.copyOf(callers);
        callees = List.copyOf(callees);
    }

    /// A function beside another, with the time that they have in common.
    ///
    /// @param frame its `line` is that of one of the calls
    public record Neighbour(Frame frame, Cost cost) {}

    /// What makes two frames the same function.
    private record Key(String function, CodeFile file, int firstLine) {
        static Key of(Frame frame) {
            return new Key(frame.function(), frame.file(), frame.firstLine());
        }
    }

    /// A node that is still to be looked at.
    ///
    /// @param caller null at the top
    /// @param inside whether the caller is the function itself
    private record Step(CallNode node, @Nullable Frame caller, boolean inside) {}

    /// Looks through the tree below `root`, which itself is no function. Trees may be deep, so this
    /// does not recurse.
    static Neighbours of(CallNode root, String function, CodeFile file, int firstLine) {
        var key = new Key(function, file, firstLine);
        var callers = new LinkedHashMap<Key, Neighbour>();
        var callees = new LinkedHashMap<Key, Neighbour>();
        Cost self = Cost.ZERO;
        Cost total = Cost.ZERO;
        var open = new ArrayDeque<Step>();
        root.children().forEach(child -> open.push(new Step(child, null, false)));
        while (!open.isEmpty()) {
            Step step = open.pop();
            CallNode node = step.node;
            boolean found = Key.of(node.frame()).equals(key);
            if (step.inside && !found) {
                // What lies below belongs to the callee, even where it calls back.
                add(callees, node.frame(), node.total());
                continue;
            }
            if (found) {
                self = self.plus(node.self());
                if (!step.inside) {
                    total = total.plus(node.total());
                    if (step.caller != null) {
                        add(callers, step.caller, node.total());
                    }
                }
            }
            node.children().forEach(child -> open.push(new Step(child, node.frame(), found)));
        }
        return new Neighbours(sorted(callers), sorted(callees), self, total);
    }

    private static void add(Map<Key, Neighbour> into, Frame frame, Cost cost) {
        into.merge(
                Key.of(frame),
                new Neighbour(frame, cost),
                (a, b) -> new Neighbour(a.frame, a.cost.plus(b.cost)));
    }

    private static List<Neighbour> sorted(Map<Key, Neighbour> found) {
        var all = new ArrayList<>(found.values());
        all.sort(Comparator.comparingDouble((Neighbour n) -> -n.cost.wall().seconds()));
        return all;
    }
}
