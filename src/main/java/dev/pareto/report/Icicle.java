package dev.pareto.report;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.Frame;
import dev.pareto.quantity.Figures;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// A call tree as nested boxes, callers above: the width of a box is its part of the time. Trees
/// may be deep, so this does not recurse.
final class Icicle {
    private static final int ROW = 18;
    private static final int DEEPEST = 300;

    /// Narrower boxes than this part of the whole could not be seen.
    private static final double NARROWEST = 0.0005;

    private record Box(CallNode node, int depth, double x) {}

    private Icicle() {}

    /// The picture, or "" for a tree without time.
    static String svg(CallNode tree) {
        double all = tree.total().wall().seconds();
        if (all <= 0 || tree.children().isEmpty()) {
            return "";
        }
        StringBuilder boxes = new StringBuilder();
        int depth = 0;
        Deque<Box> open = new ArrayDeque<>();
        open.push(new Box(tree, 0, 0));
        while (!open.isEmpty()) {
            Box box = open.pop();
            depth = Math.max(depth, box.depth);
            boxes.append(drawn(box, all));
            double x = box.x;
            for (CallNode child : box.node.children()) {
                double part = child.total().wall().seconds() / all;
                if (part >= NARROWEST && box.depth + 1 < DEEPEST) {
                    open.push(new Box(child, box.depth + 1, x));
                }
                x += part;
            }
        }
        return "<svg id=\"icicle\" width=\"100%%\" height=\"%d\" role=\"img\" aria-label=\"Call tree\">%n%s</svg>"
                .formatted((depth + 1) * ROW, boxes);
    }

    private static String drawn(Box box, double all) {
        Frame frame = box.node.frame();
        double part = box.node.total().wall().seconds() / all;
        String kind = frame.file().isOwn() ? "own" : "library";
        String place =
                frame.firstLine() > 0
                        ? "%s:%d".formatted(frame.file().path(), frame.firstLine())
                        : frame.file().path();
        String title =
                "%s%n%s%n%s in all (%s), %s itself"
                        .formatted(
                                frame.function(),
                                place,
                                box.node.total().wall(),
                                Figures.percent(part),
                                box.node.self().wall());
        return String.format(
                Locale.ROOT,
                "<svg class=\"%s\" x=\"%.4f%%\" y=\"%d\" width=\"%.4f%%\" height=\"%d\""
                        + " data-x=\"%.6f\" data-w=\"%.6f\" tabindex=\"0\"><title>%s</title><rect"
                        + " width=\"100%%\" height=\"100%%\"/><text x=\"3\""
                        + " y=\"13\">%s</text></svg>%n",
                kind,
                100 * box.x,
                box.depth * ROW,
                100 * part,
                ROW - 1,
                box.x,
                part,
                Markup.escaped(title),
                Markup.escaped(frame.function()));
    }
}
