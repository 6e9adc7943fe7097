package dev.pareto.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pareto.ui.control.DiffLine.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;

class DiffLineTest {
    @Test
    void keepsOnlyTheLinesBesideAChange() {
        assertEquals(
                List.of(
                        new DiffLine(Kind.SAME, 7, "b"),
                        new DiffLine(Kind.REMOVED, 8, "c"),
                        new DiffLine(Kind.ADDED, 0, "++ d"),
                        new DiffLine(Kind.SAME, 9, "e"),
                        new DiffLine(Kind.GAP, 0, ""),
                        new DiffLine(Kind.SAME, 12, "h"),
                        new DiffLine(Kind.ADDED, 0, "i")),
                DiffLine.read(
                        """
                        --- a/x.py
                        +++ b/x.py
                        @@ -6,7 +6,8 @@
                         a
                         b
                        -c
                        +++ d
                         e
                         f
                         g
                         h
                        +i
                        """));
    }

    @Test
    void namesTheFilesWhereThereAreSeveral() {
        assertEquals(
                List.of(
                        new DiffLine(Kind.FILE, 0, "x.py"),
                        new DiffLine(Kind.REMOVED, 1, "-- a"),
                        new DiffLine(Kind.GAP, 0, ""),
                        new DiffLine(Kind.REMOVED, 30, "c"),
                        new DiffLine(Kind.FILE, 0, "y.py"),
                        new DiffLine(Kind.ADDED, 0, "b")),
                DiffLine.read(
                        """
                        --- a/x.py
                        +++ b/x.py
                        @@ -1 +0,0 @@
                        --- a
                        @@ -30 +29,0 @@
                        -c
                        --- a/y.py
                        +++ b/y.py
                        @@ -0,0 +1 @@
                        +b
                        """));
    }
}
