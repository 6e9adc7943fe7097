package dev.pareto.source;

import com.github.difflib.patch.AbstractDelta;

import dev.pareto.source.DiffRow.Kind;
import dev.pareto.source.DiffRow.Side;

import java.util.ArrayList;
import java.util.List;

/// Lays two texts side by side: equal lines in one row, changed lines beside what they became.
public final class SideBySide {
    private final SourceText left;
    private final SourceText right;
    private final List<DiffRow> rows = new ArrayList<>();

    /// The next lines to be shown, from 1.
    private int leftLine = 1;

    private int rightLine = 1;

    private SideBySide(SourceText left, SourceText right) {
        this.left = left;
        this.right = right;
    }

    /// All rows, so that a view can fold what it likes. The empty line that editors show after the
    /// last line end is left out.
    public static List<DiffRow> rows(SourceText left, SourceText right) {
        SideBySide sides = new SideBySide(left, right);
        Changes.between(lines(left), lines(right)).getDeltas().forEach(sides::add);
        sides.same(lines(left).size());
        return List.copyOf(sides.rows);
    }

    /// With their ends, so that a changed line end is a change.
    static List<String> lines(SourceText source) {
        List<String> lines = new ArrayList<>();
        for (int line = 1; line <= source.lineCount(); line++) {
            Span span = new Span(source.lineSpan(line).start(), source.nextLineStart(line));
            if (!span.isEmpty()) {
                lines.add(source.text(span));
            }
        }
        return lines;
    }

    private void add(AbstractDelta<String> delta) {
        same(delta.getSource().getPosition());
        List<String> before = delta.getSource().getLines();
        List<String> after = delta.getTarget().getLines();
        int firstLeft = leftLine;
        int firstRight = rightLine;
        for (LinePairs.Pair pair : LinePairs.of(before, after)) {
            removed(firstLeft + pair.left());
            added(firstRight + pair.right());
            changed();
        }
        removed(firstLeft + before.size());
        added(firstRight + after.size());
    }

    private void same(int lastLeft) {
        while (leftLine <= lastLeft) {
            Side one = plain(left, leftLine++);
            Side other = plain(right, rightLine++);
            rows.add(new DiffRow(Kind.SAME, one, other));
        }
    }

    private void removed(int before) {
        while (leftLine < before) {
            rows.add(new DiffRow(Kind.REMOVED, plain(left, leftLine++), null));
        }
    }

    private void added(int before) {
        while (rightLine < before) {
            rows.add(new DiffRow(Kind.ADDED, null, plain(right, rightLine++)));
        }
    }

    private void changed() {
        String before = left.line(leftLine);
        String after = right.line(rightLine);
        WordDiff words = WordDiff.of(before, after);
        Side one = new Side(leftLine++, before, words.left());
        Side other = new Side(rightLine++, after, words.right());
        rows.add(new DiffRow(Kind.CHANGED, one, other));
    }

    private static Side plain(SourceText source, int line) {
        return new Side(line, source.line(line), List.of());
    }
}
