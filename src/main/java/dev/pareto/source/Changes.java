package dev.pareto.source;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;

import java.util.ArrayList;
import java.util.List;

/// Compares two lists by Myers's algorithm, the variant that needs little memory when everything
/// differs.
final class Changes {
    private Changes() {}

    /// The changes from one list to the other, with equal elements between any two of them.
    static Patch<String> between(List<String> left, List<String> right) {
        List<AbstractDelta<String>> found = new ArrayList<>();
        // That variant tells a change as an insertion and a deletion at the same place.
        for (var next : DiffUtils.diff(left, right, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            if (!found.isEmpty() && touch(found.getLast(), next)) {
                next = joined(found.removeLast(), next);
            }
            found.add(next);
        }
        Patch<String> patch = new Patch<>();
        found.forEach(patch::addDelta);
        return patch;
    }

    private static boolean touch(AbstractDelta<String> one, AbstractDelta<String> next) {
        return end(one.getSource()) == next.getSource().getPosition()
                && end(one.getTarget()) == next.getTarget().getPosition();
    }

    private static int end(Chunk<String> chunk) {
        return chunk.getPosition() + chunk.size();
    }

    private static AbstractDelta<String> joined(
            AbstractDelta<String> one, AbstractDelta<String> next) {
        return new ChangeDelta<>(
                joined(one.getSource(), next.getSource()),
                joined(one.getTarget(), next.getTarget()));
    }

    private static Chunk<String> joined(Chunk<String> one, Chunk<String> next) {
        List<String> all = new ArrayList<>(one.getLines());
        all.addAll(next.getLines());
        return new Chunk<>(one.getPosition(), all);
    }
}
