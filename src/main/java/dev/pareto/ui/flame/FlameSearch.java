package dev.pareto.ui.flame;

import dev.pareto.profile.CallNode;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds functions by a part of their names.
///
/// @param text in lower case, empty when nothing is looked for
/// @param functions how many match; @param seconds that they take together, nested ones once
record FlameSearch(String text, int functions, double seconds) {
    static final FlameSearch NONE = new FlameSearch("", 0, 0);

    /// Looks at every node of the tree: 100,000 take a few milliseconds.
    static FlameSearch of(CallNode tree, String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return NONE;
        }
        Map<String, Boolean> known = new HashMap<>();
        Set<FlameNode.Key> found = new HashSet<>();
        double seconds = 0;
        var open = new ArrayDeque<CallNode>(tree.children());
        // What lies below a match: matches there are counted, but their time already is.
        var below = new ArrayDeque<CallNode>();
        while (!open.isEmpty() || !below.isEmpty()) {
            boolean nested = !below.isEmpty();
            CallNode node = nested ? below.pop() : open.pop();
            boolean matches =
                    known.computeIfAbsent(
                            node.frame().function(),
                            name -> name.toLowerCase(Locale.ROOT).contains(text));
            if (matches) {
                found.add(FlameNode.Key.of(node.frame()));
                seconds += nested ? 0 : node.total().wall().seconds();
            }
            var next = nested || matches ? below : open;
            for (CallNode child : node.children()) {
                next.push(child);
            }
        }
        return new FlameSearch(text, found.size(), seconds);
    }

    boolean matches(FlameNode node) {
        return !text.isEmpty()
                && node.parent() != null
                && node.frame().function().toLowerCase(Locale.ROOT).contains(text);
    }
}
