package dev.pareto.ui.compare;

import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.source.DiffRow;
import dev.pareto.workbench.FileComparison;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lays one file out in rows, with the heat of both profiles; what is the same and far from every
/// change is folded.
final class SourceRows {
    private static final int CONTEXT = 3;

    /// A fold takes a row itself, so it has to save more than that.
    private static final int LEAST_FOLD = 3;

    private final List<SourceRow.Pair> all = new ArrayList<>();

    /// @param before and after: profiles of the two variants, null where there is none
    SourceRows(FileComparison file, @Nullable Profile before, @Nullable Profile after) {
        var left = new LineSegments(file.before());
        var right = new LineSegments(file.after());
        for (DiffRow row : file.rows()) {
            all.add(
                    new SourceRow.Pair(
                            row.kind(),
                            line(file.path(), row.left(), left, before),
                            line(file.path(), row.right(), right, after)));
        }
    }

    private static SourceRow.@Nullable Line line(
            String path,
            DiffRow.@Nullable Side side,
            LineSegments segments,
            @Nullable Profile profile) {
        if (side == null) {
            return null;
        }
        @Nullable LineCost cost =
                profile == null ? null : profile.line(path, side.line()).orElse(null);
        return new SourceRow.Line(
                side.line(),
                segments.of(side),
                cost,
                profile == null || cost == null ? null : profile.share(cost));
    }

    /// The rows to show.
    ///
    /// @param unfolded `from` of the folds that are open
    List<SourceRow> visible(Set<Integer> unfolded) {
        var rows = new ArrayList<SourceRow>();
        int index = 0;
        while (index < all.size()) {
            int end = index;
            while (end < all.size() && !isNear(end)) {
                end++;
            }
            if (end - index >= LEAST_FOLD && !unfolded.contains(index)) {
                rows.add(new SourceRow.Fold(index, end - index));
            } else {
                rows.addAll(all.subList(index, end));
            }
            while (end < all.size() && isNear(end)) {
                rows.add(all.get(end++));
            }
            index = end;
        }
        return rows;
    }

    /// Whether a row is changed, or close to one that is.
    private boolean isNear(int index) {
        int from = Math.max(0, index - CONTEXT);
        int to = Math.min(all.size(), index + CONTEXT + 1);
        return all.subList(from, to).stream().anyMatch(r -> r.kind() != DiffRow.Kind.SAME);
    }
}
