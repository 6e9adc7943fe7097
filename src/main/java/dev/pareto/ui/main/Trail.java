package dev.pareto.ui.main;

import dev.pareto.ui.code.CodePlace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the caret has been: Alt+Left goes back, Alt+Right forward again. Steps of a few lines are
/// no places of their own. JavaFX thread.
final class Trail {
    private static final int NEAR = 3;
    private static final int MOST = 100;

    private final List<CodePlace> places = new ArrayList<>();
    private int at = -1;

    /// The caret came to a place by itself.
    void visit(CodePlace place) {
        if (at >= 0 && isNear(places.get(at), place)) {
            places.set(at, place);
            return;
        }
        places.subList(at + 1, places.size()).clear();
        places.add(place);
        if (places.size() > MOST) {
            places.removeFirst();
        }
        at = places.size() - 1;
    }

    private static boolean isNear(CodePlace one, CodePlace other) {
        return one.path().equals(other.path()) && Math.abs(one.line() - other.line()) <= NEAR;
    }

    /// The place before (−1) or after (1) this one; empty at the end of the trail.
    Optional<CodePlace> go(int step) {
        int to = at + step;
        if (to < 0 || to >= places.size()) {
            return Optional.empty();
        }
        at = to;
        return Optional.of(places.get(to));
    }

    void clear() {
        places.clear();
        at = -1;
    }
}
