package dev.pareto.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.profile.CallHierarchy.Place;
import dev.pareto.profile.CallTable.Call;
import dev.pareto.profile.CallTable.Function;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The expected values were worked out by hand from snakeviz's `sv_build_hierarchy`.
class CallHierarchyTest {
    private static final CodeFile FILE = new CodeFile("a.py", CodeFile.Owner.OWN);

    // main (10) calls slow (6) and quick (3); both call work, 5 below slow and 1 below quick.
    private final CallHierarchy calls =
            new CallHierarchy(
                    new CallTable(
                            List.of(
                                    function("main", 1, 10, call(1, 6), call(2, 3)),
                                    function("slow", 1, 6, call(3, 5)),
                                    function("quick", 2, 3, call(3, 1)),
                                    function("work", 6, 6),
                                    function("idle", 0.5, 0.5))));

    @Test
    void beginsWithTheMostExpensiveFunctionThatNobodyCalls() {
        assertEquals(new Place(0, 10, List.of()), calls.root());
    }

    @Test
    void givesAPlaceWhatTheTableSaysOfItsCaller() {
        List<Place> below = calls.children(calls.root(), 0);
        assertEquals(List.of(new Place(1, 6, List.of(0)), new Place(2, 3, List.of(0))), below);
        assertEquals(List.of(new Place(3, 5, List.of(0, 1))), calls.children(below.getFirst(), 0));
        assertEquals(List.of(new Place(3, 1, List.of(0, 2))), calls.children(below.getLast(), 0));
    }

    @Test
    void shrinksCalleesThatHaveMoreThanTheirPlace() {
        // Below an outer caller `slow` took only 2 here, but its callee has 5 of it anywhere.
        assertEquals(
                List.of(new Place(3, 2, List.of(7, 1))),
                calls.children(new Place(1, 2, List.of(7)), 0));
    }

    @Test
    void leavesOutWhatIsNoMoreThanTheCutoff() {
        assertEquals(List.of(new Place(1, 6, List.of(0))), calls.children(calls.root(), 0.3));
    }

    @Test
    void doesNotFollowRecursion() {
        var again =
                new CallHierarchy(
                        new CallTable(
                                List.of(
                                        function("even", 1, 4, call(1, 4)),
                                        function("odd", 3, 4, call(0, 4)))));
        var stopped =
                new CallHierarchy(
                        new CallTable(
                                List.of(
                                        function("disable", 1, 1),
                                        function("exec", 1, 4, call(2, 4)),
                                        function("main", 3, 4, call(1, 1)))));
        assertEquals(new Place(1, 4, List.of()), stopped.root());
        Place root = again.root();
        assertEquals(new Place(0, 4, List.of()), root);
        Place odd = again.children(root, 0).getFirst();
        assertEquals(List.of(), again.children(odd, 0));
    }

    @Test
    void aTableWithoutFunctionsHasNothing() {
        var none = new CallHierarchy(new CallTable(List.of()));
        assertEquals(List.of(), none.children(none.root(), 0));
    }

    private static Function function(String name, double self, double total, Call... callees) {
        return new Function(name, FILE, 1, 1, 1, self, total, List.of(callees));
    }

    private static Call call(int callee, double total) {
        return new Call(callee, 1, 1, total, total);
    }
}
