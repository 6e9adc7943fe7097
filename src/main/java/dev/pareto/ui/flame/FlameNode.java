package dev.pareto.ui.flame;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Frame;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A frame of the graph: one or more nodes of the call tree with the same callers. Its children are
/// made when they are asked for, so that a tree of a million nodes costs only what is looked at.
final class FlameNode {
    private final Frame frame;
    private final @Nullable FlameNode parent;
    private final FlameOptions options;
    private final List<CallNode> sources = new ArrayList<>(1);
    private final int depth;
    private double total;
    private @Nullable List<FlameNode> children;

    private FlameNode(Frame frame, @Nullable FlameNode parent, FlameOptions options) {
        this.frame = frame;
        this.parent = parent;
        this.options = options;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /// What makes two frames the same function.
    record Key(String function, CodeFile file, int firstLine) {
        static Key of(Frame frame) {
            return new Key(frame.function(), frame.file(), frame.firstLine());
        }
    }

    static FlameNode root(CallNode tree, FlameOptions options) {
        var root = new FlameNode(tree.frame(), null, options);
        root.add(tree);
        return root;
    }

    private void add(CallNode source) {
        sources.add(source);
        total += source.total().wall().seconds();
    }

    /// Largest first.
    List<FlameNode> children() {
        if (children == null) {
            children = gather();
        }
        return children;
    }

    private List<FlameNode> gather() {
        Map<Key, FlameNode> found = new LinkedHashMap<>();
        Key own = Key.of(frame);
        var open = new ArrayDeque<CallNode>();
        sources.forEach(source -> open.addAll(source.children()));
        while (!open.isEmpty()) {
            CallNode node = open.poll();
            Key key = Key.of(node.frame());
            boolean hidden =
                    options.hideLibraries()
                            && node.frame().file().owner() == CodeFile.Owner.LIBRARY;
            boolean recursion = options.mergeRecursion() && parent != null && key.equals(own);
            if (hidden || recursion) {
                open.addAll(node.children());
            } else {
                found.computeIfAbsent(key, _ -> new FlameNode(node.frame(), this, options))
                        .add(node);
            }
        }
        var all = new ArrayList<>(found.values());
        all.sort(Comparator.comparingDouble((FlameNode n) -> -n.total));
        return List.copyOf(all);
    }

    Frame frame() {
        return frame;
    }

    @Nullable FlameNode parent() {
        return parent;
    }

    /// 0 for the root.
    int depth() {
        return depth;
    }

    /// Seconds of wall time, with all callees.
    double total() {
        return total;
    }

    /// Seconds of wall time that no shown callee took.
    double self() {
        double below = 0;
        for (FlameNode child : children()) {
            below += child.total;
        }
        return Math.max(0, total - below);
    }

    /// Whether it mostly waits, itself: not by its callees.
    boolean waits() {
        double self = 0;
        double waiting = 0;
        for (CallNode source : sources) {
            self += source.self().wall().seconds();
            waiting += source.self().waiting().seconds();
        }
        return self >= total / 2 && waiting >= self / 2 && waiting > 0;
    }

    /// From the root to this node.
    List<FlameNode> path() {
        var path = new ArrayList<FlameNode>();
        for (FlameNode node = this; node != null; node = node.parent) {
            path.addFirst(node);
        }
        return path;
    }
}
