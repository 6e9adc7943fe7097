package dev.pareto.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Map;

class UnifiedDiffTest {
    @Test
    void showsChangedLinesWithThreeLinesAround() {
        assertEquals(
                """
                --- a/app/core.py
                +++ b/app/core.py
                @@ -2,7 +2,8 @@
                 b
                 c
                 d
                -e
                +E
                +E2
                 f
                 g
                 h
                """,
                UnifiedDiff.of(
                        text("a\nb\nc\nd\ne\nf\ng\nh\ni\n"),
                        text("a\nb\nc\nd\nE\nE2\nf\ng\nh\ni\n")));
    }

    @Test
    void isEmptyWhereNothingChanged() {
        assertEquals("", UnifiedDiff.of(text("a\n"), text("a\n")));
    }

    @Test
    void saysWhereTheLastLineHasNoEnd() {
        assertEquals(
                """
                --- a/app/core.py
                +++ b/app/core.py
                @@ -1,2 +1,2 @@
                 a
                -b
                \\ No newline at end of file
                +b
                """,
                UnifiedDiff.of(text("a\nb"), text("a\nb\n")));
    }

    @Test
    void keepsCarriageReturnsSoThatThePatchFits() {
        assertEquals(
                "--- a/app/core.py\n+++ b/app/core.py\n@@ -1,2 +1,2 @@\n-a\r\n+b\r\n c\r\n",
                UnifiedDiff.of(text("a\r\nc\r\n"), text("b\r\nc\r\n")));
    }

    @Test
    void showsAllFilesThatDifferByPath() {
        var before =
                Map.of("b.py", SourceText.of("b.py", "b\n"), "c.py", SourceText.of("c.py", "c\n"));
        var after =
                Map.of("a.py", SourceText.of("a.py", "a\n"), "c.py", SourceText.of("c.py", "c\n"));
        assertEquals(
                """
                --- /dev/null
                +++ b/a.py
                @@ -0,0 +1,1 @@
                +a
                --- a/b.py
                +++ /dev/null
                @@ -1,1 +0,0 @@
                -b
                """,
                UnifiedDiff.of(before, after));
    }

    private static SourceText text(String text) {
        return SourceText.of("app/core.py", text);
    }
}
