package dev.pareto.ui.code;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which line of the measured text each line of the shown text was, so that lines keep their
/// figures while others come and go.
final class LineMap {
    /// A middle part with more lines is a rewrite: nobody asks which line became which.
    private static final int MOST_COMPARED = 2000;

    /// Shown line − 1 → measured line; 0 for a new one.
    private int[] origins;

    private LineMap(int[] origins) {
        this.origins = origins;
    }

    static LineMap identity(int lines) {
        int[] origins = new int[lines];
        Arrays.setAll(origins, i -> i + 1);
        return new LineMap(origins);
    }

    /// Finds the lines of one text in another.
    static LineMap between(String measured, String shown) {
        if (measured.equals(shown)) {
            return identity((int) shown.chars().filter(c -> c == '\n').count() + 1);
        }
        List<String> from = List.of(measured.split("\n", -1));
        List<String> to = List.of(shown.split("\n", -1));
        int head = 0;
        int shorter = Math.min(from.size(), to.size());
        while (head < shorter && from.get(head).equals(to.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
            tail++;
        }
        int[] origins = new int[to.size()];
        for (int i = 0; i < head; i++) {
            origins[i] = i + 1;
        }
        for (int i = 1; i <= tail; i++) {
            origins[to.size() - i] = from.size() - i + 1;
        }
        middle(
                from.subList(head, from.size() - tail),
                to.subList(head, to.size() - tail),
                head,
                origins);
        return new LineMap(origins);
    }

    private static void middle(List<String> from, List<String> to, int head, int[] origins) {
        if (Math.max(from.size(), to.size()) > MOST_COMPARED) {
            return;
        }
        int left = 0;
        int right = 0;
        List<AbstractDelta<String>> deltas =
                new ArrayList<>(
                        DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>()).getDeltas());
        for (AbstractDelta<String> delta : deltas) {
            while (left < delta.getSource().getPosition()) {
                origins[head + right++] = head + ++left;
            }
            left += delta.getSource().size();
            right += delta.getTarget().size();
        }
        while (left < from.size()) {
            origins[head + right++] = head + ++left;
        }
    }

    int lines() {
        return origins.length;
    }

    /// Whether nothing has moved: every line is the measured line of the same number.
    boolean isIdentity() {
        for (int i = 0; i < origins.length; i++) {
            if (origins[i] != i + 1) {
                return false;
            }
        }
        return true;
    }

    /// The measured line; 0 where the line is new.
    ///
    /// @param line shown, from 1; beyond the end counts as new
    int origin(int line) {
        return line >= 1 && line <= origins.length ? origins[line - 1] : 0;
    }

    /// Follows one edit.
    ///
    /// @param line where it begins, from 1
    /// @param blankBefore whether nothing but space stands before it in its line, so that the
    ///   line's code goes along with what follows the edit
    /// @param removed line ends in the removed text; @param inserted the same in the new text
    void edit(int line, boolean blankBefore, int removed, int inserted) {
        if (removed == inserted) {
            return;
        }
        int first = line - 1;
        int[] fresh = new int[origins.length - removed + inserted];
        System.arraycopy(origins, 0, fresh, 0, first);
        int after = first + removed + 1;
        System.arraycopy(origins, after, fresh, first + inserted + 1, origins.length - after);
        if (removed == 0) {
            fresh[blankBefore ? first + inserted : first] = origins[first];
        } else if (inserted == 0) {
            fresh[first] = origins[blankBefore ? first + removed : first];
        } else {
            System.arraycopy(origins, first, fresh, first, Math.min(removed, inserted));
            fresh[first + inserted] = origins[first + removed];
        }
        origins = fresh;
    }

    /// This map, with the lines that only `other` knows added where they fit the order: a
    /// comparison finds again what an undo brought back, and the edits know which line was changed.
    LineMap or(LineMap other) {
        if (other.origins.length != origins.length) {
            return this;
        }
        int[] joined = origins.clone();
        int[] next = new int[joined.length + 1];
        next[joined.length] = Integer.MAX_VALUE;
        for (int i = joined.length - 1; i >= 0; i--) {
            next[i] = joined[i] > 0 ? joined[i] : next[i + 1];
        }
        int before = 0;
        for (int i = 0; i < joined.length; i++) {
            int known = other.origins[i];
            if (joined[i] == 0 && known > before && known < next[i]) {
                joined[i] = known;
            }
            before = Math.max(before, joined[i]);
        }
        return new LineMap(joined);
    }
}
