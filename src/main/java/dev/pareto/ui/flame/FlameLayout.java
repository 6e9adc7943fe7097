package dev.pareto.ui.flame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the frames lie: a row for each depth; the frame that is zoomed to and its callers as wide
/// as the graph. Frames narrower than half a pixel are left out, with all below them.
final class FlameLayout {
    static final double LEAST = 0.5;

    /// The boxes of each depth, from left to right.
    private final List<List<Box>> rows = new ArrayList<>();

    /// A frame in its place.
    ///
    /// @param x and width in pixels
    record Box(FlameNode node, double x, double width) {}

    private FlameLayout() {}

    static FlameLayout of(FlameNode zoom, double width) {
        var layout = new FlameLayout();
        zoom.path().forEach(node -> layout.rows.add(List.of(new Box(node, 0, width))));
        List<Box> row = layout.rows.getLast();
        while (!row.isEmpty()) {
            row = below(row);
            if (!row.isEmpty()) {
                layout.rows.add(row);
            }
        }
        return layout;
    }

    /// Callees stand below their caller. Where two profiles are compared they may have more
    /// together than it: then all are narrower.
    private static List<Box> below(List<Box> row) {
        var next = new ArrayList<Box>();
        for (Box box : row) {
            double x = box.x;
            List<FlameNode> children = box.node.children();
            double all = children.stream().mapToDouble(FlameNode::size).sum();
            double whole = Math.max(all, box.node.size());
            double scale = whole == 0 ? 0 : box.width / whole;
            for (FlameNode child : children) {
                double width = child.size() * scale;
                if (width < LEAST) {
                    // They are sorted: all that follow are narrower still.
                    break;
                }
                next.add(new Box(child, x, width));
                x += width;
            }
        }
        return next;
    }

    int depth() {
        return rows.size();
    }

    List<Box> row(int depth) {
        return depth >= 0 && depth < rows.size() ? rows.get(depth) : List.of();
    }

    int size() {
        return rows.stream().mapToInt(List::size).sum();
    }

    /// The box at a depth and an x.
    Optional<Box> at(int depth, double x) {
        List<Box> row = row(depth);
        int low = 0;
        int high = row.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Box box = row.get(middle);
            if (x < box.x) {
                high = middle - 1;
            } else if (x >= box.x + box.width) {
                low = middle + 1;
            } else {
                return Optional.of(box);
            }
        }
        return Optional.empty();
    }

    Optional<Box> box(FlameNode node) {
        return row(node.depth()).stream().filter(b -> b.node == node).findFirst();
    }

    /// The largest callee of a node that is drawn.
    Optional<FlameNode> deeper(FlameNode node) {
        return row(node.depth() + 1).stream()
                .map(Box::node)
                .filter(n -> n.parent() == node)
                .findFirst();
    }

    /// The node that many boxes to the right (or left, where negative) in the same row.
    Optional<FlameNode> beside(FlameNode node, int step) {
        List<Box> row = row(node.depth());
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i).node == node && i + step >= 0 && i + step < row.size()) {
                return Optional.of(row.get(i + step).node);
            }
        }
        return Optional.empty();
    }

    /// All drawn nodes in reading order.
    List<FlameNode> nodes() {
        return rows.stream().flatMap(List::stream).map(Box::node).toList();
    }
}
