package dev.pareto.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pareto.source.EditsMerge.Clash;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class EditsTest {
    private static final SourceText SOURCE = SourceText.of("a.py", "ab\r\ncd\tef");

    @Test
    void changesNothingOutsideOfTheirSpans() {
        Edits edits =
                Edits.of(
                        TextEdit.delete(new Span(7, 8)),
                        TextEdit.replace(new Span(0, 1), "😀"),
                        TextEdit.insert(4, "x\n"));
        assertEquals("😀b\r\nx\ncd\tf", edits.applyTo(SOURCE).text());
    }

    @Test
    void allowsEditsThatTouch() {
        Edits edits =
                Edits.of(
                        TextEdit.replace(new Span(0, 1), "1"),
                        TextEdit.replace(new Span(1, 2), "2"),
                        TextEdit.insert(0, "<"),
                        TextEdit.insert(2, ">"));
        assertEquals("<12>\r\ncd\tef", edits.applyTo(SOURCE).text());
    }

    @Test
    void keepInsertionsAtOnePlaceInTheirOrderAndEqualOnesOnce() {
        Edits edits =
                Edits.of(
                        TextEdit.insert(0, "import b\n"),
                        TextEdit.insert(0, "import a\n"),
                        TextEdit.insert(0, "import b\n"));
        assertEquals("import b\nimport a\nab\r\ncd\tef", edits.applyTo(SOURCE).text());
    }

    @Test
    void refusesEditsThatOverlap() {
        TextEdit one = TextEdit.replace(new Span(0, 3), "x");
        for (TextEdit other :
                List.of(
                        TextEdit.replace(new Span(2, 4), "y"),
                        TextEdit.replace(new Span(0, 3), "y"),
                        TextEdit.insert(1, "y"))) {
            assertThrows(IllegalArgumentException.class, () -> Edits.of(one, other));
            assertEquals(new Clash(one, other), Edits.of(one).merge(Edits.of(other)));
        }
    }

    @Test
    void mergesWhatDoesNotClash() {
        TextEdit shared = TextEdit.insert(0, "import a\n");
        TextEdit one = TextEdit.delete(new Span(0, 1));
        TextEdit other = TextEdit.delete(new Span(4, 5));
        assertEquals(
                Edits.of(shared, one, other), Edits.of(shared, one).merge(Edits.of(other, shared)));
    }

    @Test
    void changesSeveralFilesAtOnce() {
        SourceText b = SourceText.of("b.py", "x");
        SourceChange change =
                new SourceChange(Map.of("a.py", Edits.of(TextEdit.delete(new Span(0, 4)))));
        assertEquals(
                Map.of("a.py", SOURCE.withText("cd\tef")),
                change.applyTo(Map.of("a.py", SOURCE, "b.py", b)));
        assertThrows(IllegalArgumentException.class, () -> change.applyTo(Map.of("b.py", b)));
    }
}
