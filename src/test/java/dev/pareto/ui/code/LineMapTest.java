package dev.pareto.ui.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class LineMapTest {
    @Test
    void findsTheLinesOfOneTextInAnother() {
        assertEquals(List.of(1, 0, 2, 0), of(LineMap.between("a\nb\nc\nd", "a\nx\nb\ny")));
    }

    @Test
    void movesLinesDownBelowNewOnes() {
        var map = LineMap.identity(3);
        map.edit(2, true, 0, 2);
        assertEquals(List.of(1, 0, 0, 2, 3), of(map));
    }

    @Test
    void leavesALineThatIsBrokenAtItsEnd() {
        var map = LineMap.identity(2);
        map.edit(1, false, 0, 1);
        assertEquals(List.of(1, 0, 2), of(map));
    }

    @Test
    void forgetsRemovedLines() {
        var map = LineMap.identity(4);
        map.edit(2, true, 2, 0);
        assertEquals(List.of(1, 4), of(map));
    }

    @Test
    void keepsTheUpperOfTwoJoinedLines() {
        var map = LineMap.identity(3);
        map.edit(1, false, 1, 0);
        assertEquals(List.of(1, 3), of(map));
    }

    @Test
    void keepsLinesThatAreReplacedOneByOne() {
        var map = LineMap.identity(3);
        map.edit(1, true, 2, 2);
        assertEquals(List.of(1, 2, 3), of(map));
    }

    @Test
    void findsAgainWhatAnUndoBroughtBackAndKeepsWhatWasChanged() {
        String measured = "a\nb\nc";
        var edits = LineMap.identity(3);
        edits.edit(1, true, 1, 0);
        edits.edit(1, true, 0, 1);
        assertEquals(List.of(0, 2, 3), of(edits));
        assertEquals(List.of(1, 2, 3), of(LineMap.between(measured, "a\nB\nc").or(edits)));
    }

    @Test
    void givesUpOnARewriteInsteadOfTakingForEver() {
        String measured = lines("a", 30_000);
        String other = lines("b", 30_000);
        assertEquals(0, LineMap.between(measured, other).origin(15_000));
    }

    private static String lines(String name, int count) {
        return String.join("\n", IntStream.range(0, count).mapToObj(i -> name + i).toList());
    }

    private static List<Integer> of(LineMap map) {
        return IntStream.rangeClosed(1, map.lines()).mapToObj(map::origin).toList();
    }
}
