package dev.pareto.source;

import com.github.difflib.patch.AbstractDelta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Takes one change out of a text that went on changing after it: a merge of three texts by lines,
/// with the changed text as the common one (as `git revert` does).
public final class LineUndo {
    private final List<String> common;
    private final List<Change> changes = new ArrayList<>();

    /// @param start index of its first line in the common text; @param end behind its last one
    private record Change(int start, int end, List<String> lines) {
        /// Touching is not overlapping, but two insertions at one place have no order.
        boolean overlaps(Change other) {
            return (start < other.end && other.start < end)
                    || (start == other.start && end == other.end);
        }
    }

    private LineUndo(List<String> common) {
        this.common = common;
    }

    /// A later text without what was changed from one text to the next.
    ///
    /// @param changed what `original` became, and `later` came from
    /// @param stays whether a line that the change added is left where it is all the same
    /// @return empty where a later change touches the same lines
    public static Optional<String> of(
            SourceText original, SourceText changed, SourceText later, Predicate<String> stays) {
        List<String> common = SideBySide.lines(changed);
        var undo = new LineUndo(common);
        for (AbstractDelta<String> delta :
                Changes.between(common, SideBySide.lines(original)).getDeltas()) {
            List<String> before = delta.getTarget().getLines();
            List<String> restored =
                    new ArrayList<>(
                            delta.getSource().getLines().stream()
                                    .filter(line -> stays.test(line) && !before.contains(line))
                                    .toList());
            restored.addAll(before);
            undo.changes.add(change(delta, restored));
        }
        int own = undo.changes.size();
        for (AbstractDelta<String> delta :
                Changes.between(common, SideBySide.lines(later)).getDeltas()) {
            Change change = change(delta, delta.getTarget().getLines());
            if (undo.changes.subList(0, own).stream().anyMatch(change::overlaps)) {
                return Optional.empty();
            }
            undo.changes.add(change);
        }
        return Optional.of(undo.merged());
    }

    private static Change change(AbstractDelta<String> delta, List<String> lines) {
        int start = delta.getSource().getPosition();
        return new Change(start, start + delta.getSource().size(), lines);
    }

    private String merged() {
        // An insertion comes before what is changed behind it.
        changes.sort(Comparator.comparingInt(Change::start).thenComparingInt(Change::end));
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Change change : changes) {
            common.subList(at, change.start()).forEach(text::append);
            change.lines().forEach(text::append);
            at = change.end();
        }
        common.subList(at, common.size()).forEach(text::append);
        return text.toString();
    }
}
