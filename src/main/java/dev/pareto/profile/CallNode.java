package dev.pareto.profile;

import java.util.List;

/// A node of the call tree: a frame below its callers, with its own time and that of its callees.
/// The root's frame is the program itself.
public record CallNode(Frame frame, Cost self, Cost total, List<CallNode> children) {
    public CallNode {
        children = List.copyOf(children);
    }
}
