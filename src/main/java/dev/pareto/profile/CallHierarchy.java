package dev.pareto.profile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// The calls of a [CallTable] as a tree from any function on, built as snakeviz builds it.
///
/// A table does not tell what a function spent below one caller, only below each of its own callers
/// in all. So a callee stands below a function with all that it spent there anywhere, and where the
/// callees of a place have more together than the place, all shrink alike until they fit. A
/// function that is already on the way to a place is left out below it. (snakeviz 2.2,
/// `sv_build_hierarchy`.)
public final class CallHierarchy {
    private final List<CallTable.Function> functions;

    public CallHierarchy(CallTable table) {
        functions = table.functions();
    }

    /// A function below its callers.
    ///
    /// @param function its place in the table; @param seconds at this place
    /// @param above the functions on the way here, the outermost first
    public record Place(int function, double seconds, List<Integer> above) {
        public Place {
            above = List.copyOf(above);
        }
    }

    /// Where the tree begins: the function that nobody called, the one with most time where there
    /// are several; where all are called, the one with most time.
    public Place root() {
        BitSet called = new BitSet();
        for (int at = 0; at < functions.size(); at++) {
            for (CallTable.Call call : functions.get(at).callees()) {
                called.set(call.callee());
            }
        }
        int best = -1;
        boolean bestFree = false;
        for (int at = 0; at < functions.size(); at++) {
            // What neither calls nor is called is the profiler's own doing.
            boolean free = !called.get(at) && !functions.get(at).callees().isEmpty();
            if (best < 0 || (free && !bestFree) || (free == bestFree && total(at) > total(best))) {
                best = at;
                bestFree = free;
            }
        }
        return best < 0 ? new Place(-1, 0, List.of()) : at(best);
    }

    /// A function as a root, with all its time.
    public Place at(int function) {
        return new Place(function, total(function), List.of());
    }

    public CallTable.Function function(Place place) {
        return functions.get(place.function());
    }

    /// What a function calls at a place, most expensive first.
    ///
    /// @param cutoff callees with no more than this part of the place's time are left out
    public List<Place> children(Place place, double cutoff) {
        if (place.function() < 0 || place.seconds() <= 0) {
            return List.of();
        }
        List<Integer> way = new ArrayList<>(place.above());
        way.add(place.function());
        List<CallTable.Call> calls =
                function(place).callees().stream()
                        .filter(call -> !way.contains(call.callee()))
                        .toList();
        double all = calls.stream().mapToDouble(CallTable.Call::total).sum();
        double shrink = all > place.seconds() ? place.seconds() / all : 1;
        return calls.stream()
                .filter(call -> call.total() * shrink / place.seconds() > cutoff)
                .map(call -> new Place(call.callee(), call.total() * shrink, way))
                .sorted(Comparator.comparingDouble((Place child) -> -child.seconds()))
                .toList();
    }

    private double total(int function) {
        return functions.get(function).total();
    }
}
