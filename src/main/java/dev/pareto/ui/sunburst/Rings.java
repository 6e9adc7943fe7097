package dev.pareto.ui.sunburst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the slices lie: a ring for each depth, clockwise from the top, as far as they can be seen.
final class Rings {
    /// Below this part of the circle a slice cannot be seen, nor what lies outside of it.
    private static final double LEAST = 0.0008;

    /// More slices than this are not drawn; the deepest ones are left out.
    static final int MOST = 30_000;

    private final List<List<Arc>> rings = new ArrayList<>();
    private boolean cut;

    /// A slice in its place.
    ///
    /// @param start part of the circle before it, from the top; @param extent its own part
    record Arc(Slice slice, double start, double extent) {}

    private Rings() {}

    /// @param depth how many rings, the root's disc not counted
    static Rings of(Calls calls, Slice root, int depth, double cutoff) {
        var rings = new Rings();
        List<Arc> ring = List.of(new Arc(root, 0, 1));
        int count = 0;
        while (!ring.isEmpty() && rings.rings.size() <= depth) {
            rings.rings.add(ring);
            count += ring.size();
            if (count > MOST) {
                rings.cut = true;
                break;
            }
            ring = outside(calls, ring, cutoff);
        }
        return rings;
    }

    private static List<Arc> outside(Calls calls, List<Arc> ring, double cutoff) {
        List<Arc> next = new ArrayList<>();
        for (Arc arc : ring) {
            double start = arc.start;
            double whole = arc.slice.seconds();
            for (Slice child : calls.children(arc.slice, cutoff)) {
                double extent = whole == 0 ? 0 : arc.extent * child.seconds() / whole;
                if (extent < LEAST) {
                    // They are sorted: all that follow are smaller still.
                    break;
                }
                next.add(new Arc(child, start, extent));
                start += extent;
            }
        }
        return next;
    }

    /// Rings with something in them, the root's disc not counted.
    int depth() {
        return rings.size() - 1;
    }

    /// Whether some were left out since there are too many.
    boolean isCut() {
        return cut;
    }

    List<Arc> ring(int depth) {
        return depth >= 0 && depth < rings.size() ? rings.get(depth) : List.of();
    }

    /// What lies at a depth and a part of the circle.
    Optional<Slice> at(int depth, double part) {
        return ring(depth).stream()
                .filter(arc -> part >= arc.start && part < arc.start + arc.extent)
                .map(Arc::slice)
                .findFirst();
    }

    private int depthOf(Slice slice) {
        for (int depth = 0; depth < rings.size(); depth++) {
            for (Arc arc : rings.get(depth)) {
                if (arc.slice.equals(slice)) {
                    return depth;
                }
            }
        }
        return -1;
    }

    /// The first callee of a slice that is drawn.
    Optional<Slice> outside(Slice slice) {
        return ring(depthOf(slice) + 1).stream()
                .map(Arc::slice)
                .filter(one -> slice.equals(one.parent()))
                .findFirst();
    }

    /// The slice many steps clockwise in the same ring, around its end.
    Optional<Slice> beside(Slice slice, int step) {
        List<Arc> ring = ring(depthOf(slice));
        for (int i = 0; i < ring.size(); i++) {
            if (ring.get(i).slice.equals(slice)) {
                return Optional.of(ring.get(Math.floorMod(i + step, ring.size())).slice);
            }
        }
        return Optional.empty();
    }
}
