package dev.pareto.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class StackTreeTest {
    /// Ways of all shapes: long ones, and places with thousands of ways on.
    @Test
    void findsAPlaceAgainByItsWay() {
        StackTree tree = new StackTree();
        Map<List<Integer>, Integer> known = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int place = StackTree.ROOT;
            for (int depth = random.nextInt(20), j = 0; j < depth; j++) {
                int key = random.nextInt(random.nextBoolean() ? 3 : 2_000);
                int next = tree.child(place, key);
                int expected = known.computeIfAbsent(List.of(place, key), _ -> known.size() + 1);
                assertEquals(expected, next);
                assertEquals(place, tree.parent(next));
                assertEquals(key, tree.key(next));
                place = next;
            }
        }
        assertEquals(known.size() + 1, tree.size());
    }
}
