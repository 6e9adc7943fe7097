package dev.pareto.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class LineUndoTest {
    private static Optional<String> undone(String original, String changed, String later) {
        return undone(original, changed, later, "never");
    }

    private static Optional<String> undone(
            String original, String changed, String later, String stays) {
        return LineUndo.of(text(original), text(changed), text(later), l -> l.startsWith(stays));
    }

    private static SourceText text(String text) {
        return SourceText.of("a.py", text);
    }

    @Test
    void takesOneChangeOutAndLeavesTheLaterOnes() {
        assertEquals(
                Optional.of("a = 1\nb = 2\nc = 4\nd = 5\n"),
                undone(
                        "a = 1\nb = 2\nc = 3\n",
                        "a = 0\nnew = 0\nb = 2\nc = 3\n",
                        "a = 0\nnew = 0\nb = 2\nc = 4\nd = 5\n"));
    }

    @Test
    void changesThatTouchAreBothMade() {
        assertEquals(
                Optional.of("import b\nx\n"),
                undone("x\n", "import a\nx\n", "import a\nimport b\nx\n"));
        assertEquals(
                Optional.of("import b\nx\n"),
                undone("x\n", "import a\nx\n", "import b\nimport a\nx\n"));
        assertEquals(Optional.of("a\nB\n"), undone("a\nb\n", "A\nb\n", "A\nB\n"));
    }

    @Test
    void aLineThatChangedAgainCannotBeTakenOut() {
        assertEquals(Optional.empty(), undone("a\n", "b\n", "c\n"));
        assertEquals(Optional.empty(), undone("a\nb\n", "a\n", "a\nc\n"));
    }

    @Test
    void whatStaysStays() {
        assertEquals(
                Optional.of("import a\nx\ny(a)\n"),
                undone("x\n", "import a\nx(a)\n", "import a\nx(a)\ny(a)\n", "import"));
    }

    @Test
    void lineEndsAreKept() {
        assertEquals(Optional.of("a\r\nc"), undone("a\r\nb", "A\r\nb", "A\r\nc"));
    }

    @Test
    void theLastChangeUndoneIsTheTextBefore() {
        assertEquals(Optional.of("a\nb\n"), undone("a\nb\n", "c\n", "c\n"));
    }
}
