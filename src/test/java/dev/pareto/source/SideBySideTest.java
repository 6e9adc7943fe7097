package dev.pareto.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.source.DiffRow.Kind;
import dev.pareto.source.DiffRow.Side;

import org.junit.jupiter.api.Test;

import java.util.List;

class SideBySideTest {
    @Test
    void putsEqualLinesInOneRow() {
        assertEquals(
                List.of(
                        new DiffRow(Kind.SAME, side(1, "a"), side(1, "a")),
                        new DiffRow(Kind.SAME, side(2, ""), side(2, ""))),
                rows("a\n\n", "a\n\n"));
    }

    @Test
    void marksTheWordsThatChanged() {
        assertEquals(
                List.of(
                        new DiffRow(
                                Kind.CHANGED,
                                side(1, "if x in big:", new Span(8, 11)),
                                side(1, "if x in big_set:", new Span(8, 15)))),
                rows("if x in big:\n", "if x in big_set:\n"));
    }

    @Test
    void putsAChangedLineBesideWhatItBecameAndTheOthersAlone() {
        assertEquals(
                List.of(
                        new DiffRow(Kind.SAME, side(1, "def f(big):"), side(1, "def f(big):")),
                        new DiffRow(Kind.ADDED, null, side(2, "    seen = set(big)")),
                        new DiffRow(
                                Kind.CHANGED,
                                side(2, "    return x in big", new Span(16, 19)),
                                side(3, "    return x in seen", new Span(16, 20))),
                        new DiffRow(Kind.REMOVED, side(3, "# the end"), null)),
                rows(
                        "def f(big):\n    return x in big\n# the end\n",
                        "def f(big):\n    seen = set(big)\n    return x in seen\n"));
    }

    @Test
    void showsLinesThatHaveLittleInCommonOneAfterTheOther() {
        assertEquals(
                List.of(
                        new DiffRow(Kind.REMOVED, side(1, "alpha(beta)"), null),
                        new DiffRow(Kind.ADDED, null, side(1, "for x in y: pass"))),
                rows("alpha(beta)", "for x in y: pass"));
    }

    @Test
    void showsThatOnlyALineEndChanged() {
        assertEquals(
                List.of(new DiffRow(Kind.CHANGED, side(1, "x = 1"), side(1, "x = 1"))),
                rows("x = 1\r\n", "x = 1\n"));
    }

    private static List<DiffRow> rows(String left, String right) {
        return SideBySide.rows(SourceText.of("a.py", left), SourceText.of("a.py", right));
    }

    private static Side side(int line, String text, Span... changed) {
        return new Side(line, text, List.of(changed));
    }
}
