package dev.pareto.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.source.DiffRow;
import dev.pareto.source.Span;
import dev.pareto.ui.compare.PythonLexer.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;

class PythonLexerTest {
    private static List<String> tokens(String text) {
        return PythonLexer.tokens(text).stream()
                .map(t -> t.kind() + " " + text.substring(t.start(), t.end()))
                .toList();
    }

    @Test
    void tellsKeywordsNamesNumbersStringsAndComments() {
        assertEquals(
                List.of(
                        "KEYWORD def",
                        "NAME größe",
                        "KEYWORD return",
                        "NUMBER 1_000",
                        "NUMBER 1.5e3",
                        "STRING rb'\\''",
                        "STRING \"a # b\"",
                        "COMMENT # if"),
                tokens("def größe(n): return n + 1_000 * 1.5e3, rb'\\'', \"a # b\"  # if"));
    }

    @Test
    void survivesWhatIsHalfTyped() {
        assertEquals(
                List.of("STRING 'open", "KEYWORD pass", "STRING \"\"\"to\nthe end"),
                tokens("x = 'open\npass\n\"\"\"to\nthe end"));
        assertEquals(List.of("STRING '\\"), tokens("'\\"));
    }

    @Test
    void cutsLinesAtColoursAndMarksAndDrawsTabs() {
        var segments = new LineSegments("\"\"\"a\nb\"\"\"\n\tif x:\n");
        assertEquals(
                List.of(new Segment("b\"\"\"", Kind.STRING, false)),
                segments.of(new DiffRow.Side(2, "b\"\"\"", List.of())));
        assertEquals(
                List.of(
                        new Segment("    ", null, false),
                        new Segment("if", Kind.KEYWORD, false),
                        new Segment(" ", null, false),
                        new Segment("x", null, true),
                        new Segment(":", null, false)),
                segments.of(new DiffRow.Side(3, "\tif x:", List.of(new Span(4, 5)))));
    }
}
