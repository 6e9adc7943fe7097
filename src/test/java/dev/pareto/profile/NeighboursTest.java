package dev.pareto.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import org.junit.jupiter.api.Test;

import java.util.List;

class NeighboursTest {
    private static final CodeFile FILE = new CodeFile("a.py", CodeFile.Owner.OWN);

    @Test
    void sumsUpToTheTotalOnBothSides() {
        CallNode tree =
                node(
                        "run",
                        0,
                        node("main", 1, node("f", 2, node("g", 4)), node("h", 1, node("f", 8))));
        var found = Neighbours.of(tree, "f", FILE, 1);
        assertEquals(List.of("h 8.0", "main 6.0"), words(found.callers()));
        assertEquals(List.of("g 4.0"), words(found.callees()));
        assertEquals(cost(10), found.self());
        assertEquals(cost(14), found.total());
    }

    @Test
    void countsRecursionOnce() {
        CallNode tree =
                node(
                        "run",
                        0,
                        node("f", 1, node("f", 2, node("g", 4, node("f", 8, node("h", 16))))));
        var found = Neighbours.of(tree, "f", FILE, 1);
        assertEquals(List.of(), found.callers());
        assertEquals(List.of("g 28.0"), words(found.callees()));
        assertEquals(cost(3), found.self());
        assertEquals(cost(31), found.total());
    }

    @Test
    void goesThroughADeepTree() {
        CallNode tree = node("f", 1);
        for (int depth = 0; depth < 100_000; depth++) {
            tree = node("g" + depth % 2, 0, tree);
        }
        assertEquals(
                List.of("g0 1.0"),
                words(Neighbours.of(node("run", 0, tree), "f", FILE, 1).callers()));
    }

    private static List<String> words(List<Neighbours.Neighbour> neighbours) {
        return neighbours.stream()
                .map(n -> n.frame().function() + " " + n.cost().wall().seconds())
                .toList();
    }

    private static CallNode node(String function, double self, CallNode... children) {
        Cost total = cost(self);
        for (CallNode child : children) {
            total = total.plus(child.total());
        }
        return new CallNode(new Frame(function, FILE, 1, 1), cost(self), total, List.of(children));
    }

    private static Cost cost(double seconds) {
        return new Cost(
                new WallTime(seconds), new CpuTime(seconds), WallTime.ZERO, WallTime.ZERO, 0);
    }
}
