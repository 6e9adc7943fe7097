package dev.pareto.ui.flame;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.Frame;
import dev.pareto.profile.ProfileDifference;
import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// A frame of the graph: one or more nodes of the call tree with the same callers. Its children are
/// made when they are asked for, so that a tree of a million nodes costs only what is looked at.
final class FlameNode {
    private final Frame frame;
    private final @Nullable FlameNode parent;
    private final FlameOptions options;
    private final List<CallNode> sources = new ArrayList<>(1);
    private final List<CallNode> befores = new ArrayList<>(0);
    private final int depth;
    private double total;
    private double before;
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

        /// Of frames of two variants: an edit moves lines.
        static Key moved(Frame frame) {
            return new Key(frame.function(), frame.file(), 0);
        }
    }

    static FlameNode root(CallNode tree, FlameOptions options) {
        var root = new FlameNode(tree.frame(), null, options);
        root.add(tree);
        return root;
    }

    /// Two trees in one: frames are as wide as the larger of both.
    static FlameNode compared(CallNode before, CallNode after, FlameOptions options) {
        FlameNode root = root(after, options.comparing());
        root.addBefore(before);
        return root;
    }

    private void addBefore(CallNode source) {
        befores.add(source);
        before += source.total().wall().seconds();
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
        gather(sources, found, FlameNode::add);
        gather(befores, found, FlameNode::addBefore);
        var all = new ArrayList<>(found.values());
        all.sort(Comparator.comparingDouble((FlameNode n) -> -n.size()));
        return List.copyOf(all);
    }

    private void gather(
            List<CallNode> from, Map<Key, FlameNode> found, BiConsumer<FlameNode, CallNode> into) {
        Key own = key(frame);
        var open = new ArrayDeque<CallNode>();
        from.forEach(source -> open.addAll(source.children()));
        while (!open.isEmpty()) {
            CallNode node = open.poll();
            Key key = key(node.frame());
            boolean hidden =
                    options.hideLibraries()
                            && node.frame().file().owner() == CodeFile.Owner.LIBRARY;
            boolean recursion = options.mergeRecursion() && parent != null && key.equals(own);
            if (hidden || recursion) {
                open.addAll(node.children());
            } else {
                into.accept(
                        found.computeIfAbsent(key, _ -> new FlameNode(node.frame(), this, options)),
                        node);
            }
        }
    }

    private Key key(Frame of) {
        return options.compare() ? Key.moved(of) : Key.of(of);
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

    /// What its width says: seconds of wall time, the larger of both where two are compared.
    double size() {
        return Math.max(total, before);
    }

    /// Whether it is of two profiles.
    boolean isCompared() {
        return options.compare();
    }

    /// Seconds that it took before, with all callees.
    double before() {
        return before;
    }

    /// Seconds that it took before, and no shown callee of it.
    double beforeSelf() {
        double below = 0;
        for (FlameNode child : children()) {
            below += child.before;
        }
        return Math.max(0, before - below);
    }

    /// How its time has changed.
    ProfileDifference.Kind change() {
        if (sources.isEmpty() || befores.isEmpty()) {
            return befores.isEmpty() ? ProfileDifference.Kind.NEW : ProfileDifference.Kind.GONE;
        }
        return ProfileDifference.kind(sum(befores), sum(sources));
    }

    private static Cost sum(List<CallNode> nodes) {
        return nodes.stream().map(CallNode::total).reduce(Cost.ZERO, Cost::plus);
    }

    /// "-79.0 %", "new", "gone", "no difference".
    String changeWords() {
        return switch (change()) {
            case NEW -> Messages.text("flame.new");
            case GONE -> Messages.text("flame.gone");
            case SAME -> Messages.text("flame.same");
            case LESS, MORE ->
                    (total > before ? "+" : "") + Figures.percent((total - before) / before);
        };
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
