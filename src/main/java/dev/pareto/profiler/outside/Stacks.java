package dev.pareto.profiler.outside;

/// All stacks seen so far, as a tree. The sampling thread's.
final class Stacks {
    /// Deeper stacks keep their outermost and innermost frames: nobody reads more, and what handles
    /// a profile later may be recursive.
    private static final int MOST = 200;

    /// A program that makes functions for ever must not fill our memory: new ones then count for
    /// their callers.
    private static final int MOST_NODES = 300_000;

    private static final Function LEFT_OUT = new Function("…", "<frames left out>", 0);

    private final Node root = new Node(new Function("program", "", 0), 0, false);
    private boolean cut;
    private int nodes;

    Node root() {
        return root;
    }

    /// Whether some stack was too deep to be kept whole.
    boolean isCut() {
        return cut;
    }

    /// The place of the innermost frame; the root for a stack without frames.
    Node add(StackWalk stack) {
        Node at = root;
        int depth = stack.depth();
        if (depth <= MOST && !stack.isCut()) {
            return add(at, stack, depth - 1, 0);
        }
        cut = true;
        if (!stack.isCut()) {
            at = add(at, stack, depth - 1, depth - MOST / 2);
        }
        at = child(at, LEFT_OUT, 0, false);
        return add(at, stack, Math.min(depth, MOST / 2) - 1, 0);
    }

    private Node add(Node from, StackWalk stack, int outer, int inner) {
        Node at = from;
        for (int level = outer; level >= inner; level--) {
            CodeObject code = stack.code(level);
            at = child(at, code.function(), stack.line(level), code.own());
        }
        return at;
    }

    private Node child(Node parent, Function function, int line, boolean own) {
        Node child = parent.child(function, line);
        if (child != null) {
            return child;
        }
        if (nodes == MOST_NODES) {
            return parent;
        }
        nodes++;
        return parent.grow(function, line, own);
    }
}
