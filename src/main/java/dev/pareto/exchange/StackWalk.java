package dev.pareto.exchange;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Frame;
import dev.pareto.profile.Profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Goes through the stacks of a call tree that have time of their own.
final class StackWalk {
    private static final Frame NOWHERE =
            new Frame("(no Python code)", new CodeFile("", CodeFile.Owner.BUILTIN), 0, 0);

    /// Told of each. @param stack outermost first, without the root; not to be kept
    interface Visitor {
        void stack(List<Frame> stack, double seconds);
    }

    private StackWalk() {}

    private record Step(CallNode node, int depth) {}

    /// Trees may be deep, so this does not recurse.
    static void of(Profile profile, Visitor visitor) {
        List<Frame> stack = new ArrayList<>();
        Deque<Step> open = new ArrayDeque<>();
        open.push(new Step(profile.tree(), 0));
        while (!open.isEmpty()) {
            Step step = open.pop();
            if (step.depth > 0) {
                stack.subList(step.depth - 1, stack.size()).clear();
                stack.add(step.node.frame());
            }
            double self = step.node.self().wall().seconds();
            if (self > 0) {
                visitor.stack(step.depth == 0 ? List.of(NOWHERE) : stack, self);
            }
            step.node.children().reversed().forEach(c -> open.push(new Step(c, step.depth + 1)));
        }
    }
}
