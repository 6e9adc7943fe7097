package dev.pareto.profiler.outside;

/// All stacks seen so far, as a tree. The sampling thread's.
final class Stacks {
    /// Deeper stacks keep their outermost and innermost frames: nobody reads more, and what handles
    /// a profile later may be recursive.
    private static final int MOST = 200;

    private static final Function LEFT_OUT = new Function("…", "<frames left out>", 0);

    private final Node root = new Node(new Function("program", "", 0), 0, false);
    private boolean cut;

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
        return add(at.child(LEFT_OUT, 0, false), stack, Math.min(depth, MOST / 2) - 1, 0);
    }

    private static Node add(Node from, StackWalk stack, int outer, int inner) {
        Node at = from;
        for (int level = outer; level >= inner; level--) {
            CodeObject code = stack.code(level);
            at = at.child(code.function(), stack.line(level), code.own());
        }
        return at;
    }
}
