package dev.pareto.ui.sunburst;

import dev.pareto.profile.CallHierarchy;
import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Frame;
import dev.pareto.profile.Profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes slices of a profile: of a table of calls as snakeviz does, of sampled stacks as they are.
interface Calls {
    /// The outermost function.
    Slice root();

    /// What a function calls there, most expensive first.
    ///
    /// @param cutoff callees with no more than this part of its time are left out
    List<Slice> children(Slice slice, double cutoff);

    static Calls of(Profile profile) {
        var table = profile.calls();
        return table == null || table.functions().isEmpty()
                ? new Stacks(profile.tree())
                : new Table(table.hierarchy());
    }

    /// Of a table of calls.
    record Table(CallHierarchy calls) implements Calls {
        @Override
        public Slice root() {
            return slice(calls.root(), null);
        }

        @Override
        public List<Slice> children(Slice slice, double cutoff) {
            return calls.children((CallHierarchy.Place) slice.source(), cutoff).stream()
                    .map(place -> slice(place, slice))
                    .toList();
        }

        private Slice slice(
                CallHierarchy.Place place, @org.jspecify.annotations.Nullable Slice parent) {
            var function = calls.function(place);
            return new Slice(
                    function.name(),
                    function.file(),
                    function.line(),
                    place.seconds(),
                    parent,
                    place);
        }
    }

    /// Of sampled stacks: nodes of one function below one caller are one slice.
    record Stacks(CallNode tree) implements Calls {
        private record Key(String function, CodeFile file, int firstLine) {}

        private record Nodes(List<CallNode> all) {}

        @Override
        public Slice root() {
            Frame frame = tree.frame();
            return new Slice(
                    frame.function(),
                    frame.file(),
                    0,
                    seconds(tree),
                    null,
                    new Nodes(List.of(tree)));
        }

        @Override
        public List<Slice> children(Slice slice, double cutoff) {
            Map<Key, List<CallNode>> found = new LinkedHashMap<>();
            for (CallNode node : ((Nodes) slice.source()).all()) {
                for (CallNode child : node.children()) {
                    Frame frame = child.frame();
                    found.computeIfAbsent(
                                    new Key(frame.function(), frame.file(), frame.firstLine()),
                                    _ -> new ArrayList<>())
                            .add(child);
                }
            }
            List<Slice> all = new ArrayList<>();
            found.forEach(
                    (key, nodes) -> {
                        double seconds = nodes.stream().mapToDouble(Stacks::seconds).sum();
                        if (seconds > cutoff * slice.seconds()) {
                            all.add(
                                    new Slice(
                                            key.function,
                                            key.file,
                                            key.firstLine,
                                            seconds,
                                            slice,
                                            new Nodes(nodes)));
                        }
                    });
            all.sort(Comparator.comparingDouble((Slice one) -> -one.seconds()));
            return all;
        }

        private static double seconds(CallNode node) {
            return node.total().wall().seconds();
        }
    }
}
