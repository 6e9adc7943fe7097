package dev.pareto.exchange;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.Frame;
import dev.pareto.profile.Profile;

import java.util.ArrayList;
import java.util.List;

/// Goes through the stacks of a call tree that have time of their own.
final class StackWalk {
    /// Told of each. @param stack outermost first, without the root; not to be kept
    interface Visitor {
        void stack(List<Frame> stack, double seconds);
    }

    private StackWalk() {}

    static void of(Profile profile, Visitor visitor) {
        walk(profile.tree(), new ArrayList<>(), visitor);
    }

    private static void walk(CallNode node, List<Frame> above, Visitor visitor) {
        double self = node.self().wall().seconds();
        if (self > 0) {
            visitor.stack(above, self);
        }
        for (CallNode child : node.children()) {
            above.add(child.frame());
            walk(child, above, visitor);
            above.removeLast();
        }
    }
}
