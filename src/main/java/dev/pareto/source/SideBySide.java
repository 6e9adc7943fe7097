package dev.pareto.source;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;

import dev.pareto.source.DiffRow.Kind;
import dev.pareto.source.DiffRow.Side;

import java.util.ArrayList;
import java.util.List;

/// Lays two texts side by side: equal lines in one row, changed lines beside what they became.
public final class SideBySide {
    private final SourceText left;
    private final SourceText right;
    private final List<DiffRow> rows = new ArrayList<>();

    private SideBySide(SourceText left, SourceText right) {
        this.left = left;
        this.right = right;
    }

    /// All rows, so that a view can fold what it likes. The empty line that editors show after the
    /// last line end is left out.
    public static List<DiffRow> rows(SourceText left, SourceText right) {
        SideBySide sides = new SideBySide(left, right);
        var patch =
                DiffUtils.diff(
                        lines(left), lines(right), new MyersDiffWithLinearSpace<>(), null, true);
        patch.getDeltas().forEach(sides::add);
        return sides.rows;
    }

    /// With their ends, so that a changed line end is a change.
    private static List<String> lines(SourceText source) {
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
        int firstLeft = delta.getSource().getPosition() + 1;
        int firstRight = delta.getTarget().getPosition() + 1;
        if (delta.getType() == DeltaType.EQUAL) {
            for (int i = 0; i < delta.getSource().size(); i++) {
                rows.add(
                        new DiffRow(
                                Kind.SAME, plain(left, firstLeft + i), plain(right, firstRight + i)));
            }
            return;
        }
        List<String> before = delta.getSource().getLines();
        List<String> after = delta.getTarget().getLines();
        int l = 0;
        int r = 0;
        for (LinePairs.Pair pair : LinePairs.of(before, after)) {
            removed(firstLeft + l, firstLeft + pair.left());
            added(firstRight + r, firstRight + pair.right());
            changed(firstLeft + pair.left(), firstRight + pair.right());
            l = pair.left() + 1;
            r = pair.right() + 1;
        }
        removed(firstLeft + l, firstLeft + before.size());
        added(firstRight + r, firstRight + after.size());
    }

    private void removed(int from, int to) {
        for (int line = from; line < to; line++) {
            rows.add(new DiffRow(Kind.REMOVED, plain(left, line), null));
        }
    }

    private void added(int from, int to) {
        for (int line = from; line < to; line++) {
            rows.add(new DiffRow(Kind.ADDED, null, plain(right, line)));
        }
    }

    private void changed(int leftLine, int rightLine) {
        String before = left.line(leftLine);
        String after = right.line(rightLine);
        WordDiff words = WordDiff.of(before, after);
        rows.add(
                new DiffRow(
                        Kind.CHANGED,
                        new Side(leftLine, before, words.left()),
                        new Side(rightLine, after, words.right())));
    }

    private static Side plain(SourceText source, int line) {
        return new Side(line, source.line(line), List.of());
    }
}
