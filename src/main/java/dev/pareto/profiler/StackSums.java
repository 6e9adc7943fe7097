package dev.pareto.profiler;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Frame;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profiler.outside.Function;
import dev.pareto.profiler.outside.Node;
import dev.pareto.quantity.Bytes;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// Adds up trees of stacks, of one run or of several, by function, by line and as a call tree whose
/// nodes are functions. One thread.
final class StackSums {
    private record Line(String file, int line) {}

    private static final class LineSums {
        final Spent self = new Spent();
        final Spent total = new Spent();
        double up;
        double down;
    }

    private static final class FunctionSums {
        final Spent self = new Spent();
        final Spent total = new Spent();
    }

    private static final class Branch {
        final Spent self = new Spent();
        final Spent total = new Spent();
        final Map<Function, Branch> children = new LinkedHashMap<>();
        final Map<Integer, Double> lines = new HashMap<>();
    }

    private final CodeFiles files;
    private final Map<Line, LineSums> lines = new HashMap<>();
    private final Map<Function, FunctionSums> functions = new HashMap<>();
    private final Branch top = new Branch();
    private int runs;

    // What the walk is below of, so that recursion counts once.
    private final Set<Line> linesAbove = new HashSet<>();
    private final Set<Function> functionsAbove = new HashSet<>();

    StackSums(CodeFiles files) {
        this.files = files;
    }

    /// Adds a run.
    void add(Node root) {
        runs++;
        Spent all = new Spent();
        all.add(root);
        top.self.add(root);
        for (Node child : root.children()) {
            all.add(walk(child, top, null));
        }
        top.total.add(all);
    }

    /// @param own the innermost line of the program's own code above
    /// @return what was spent at the node and below
    private Spent walk(Node node, Branch parent, @Nullable Line own) {
        var function = node.function();
        var branch = parent.children.computeIfAbsent(function, _ -> new Branch());
        var line = node.own() ? new Line(function.file(), node.line()) : null;
        var nearest = line == null ? own : line;
        boolean newLine = line != null && linesAbove.add(line);
        boolean newFunction = functionsAbove.add(function);
        Spent below = new Spent();
        below.add(node);
        for (Node child : node.children()) {
            below.add(walk(child, branch, nearest));
        }
        branch.self.add(node);
        branch.total.add(below);
        branch.lines.merge(node.line(), below.elapsed(), Double::sum);
        var sums = functions.computeIfAbsent(function, _ -> new FunctionSums());
        sums.self.add(node);
        if (newFunction) {
            sums.total.add(below);
            functionsAbove.remove(function);
        }
        if (line != null && newLine) {
            sums(line).total.add(below);
            linesAbove.remove(line);
        }
        if (nearest != null) {
            LineSums innermost = sums(nearest);
            innermost.self.add(node);
            innermost.up += node.up();
            innermost.down += node.down();
        }
        return below;
    }

    private LineSums sums(Line line) {
        return lines.computeIfAbsent(line, _ -> new LineSums());
    }

    /// What was spent altogether, in one run.
    dev.pareto.profile.Cost all() {
        return top.total.cost(runs);
    }

    /// Most expensive first.
    List<FunctionCost> functions() {
        return functions.entrySet().stream()
                .filter(entry -> !entry.getValue().total.isNothing())
                .map(entry -> function(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((FunctionCost f) -> -f.self().wall().seconds()))
                .toList();
    }

    private FunctionCost function(Function function, FunctionSums sums) {
        return new FunctionCost(
                function.name(),
                files.of(function.file()),
                function.firstLine(),
                sums.self.cost(runs),
                sums.total.cost(runs),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    /// Most expensive first.
    List<LineCost> lines() {
        return lines.entrySet().stream()
                .filter(entry -> !entry.getValue().total.isNothing())
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((LineCost l) -> -l.self().wall().seconds()))
                .toList();
    }

    private LineCost line(Line line, LineSums sums) {
        return new LineCost(
                files.of(line.file()),
                line.line(),
                sums.self.cost(runs),
                sums.total.cost(runs),
                new Bytes(Math.round(sums.up / runs)),
                new Bytes(Math.round(sums.down / runs)),
                OptionalLong.empty());
    }

    /// @param program what the root is called
    CallNode tree(String program) {
        return node(new Frame(program, new CodeFile(program, CodeFile.Owner.OWN), 0, 0), top);
    }

    private CallNode node(Frame frame, Branch branch) {
        return new CallNode(
                frame,
                branch.self.cost(runs),
                branch.total.cost(runs),
                branch.children.entrySet().stream()
                        .filter(entry -> !entry.getValue().total.isNothing())
                        .map(
                                entry ->
                                        node(
                                                frame(entry.getKey(), entry.getValue()),
                                                entry.getValue()))
                        .sorted(
                                Comparator.comparingDouble(
                                        (CallNode n) -> -n.total().wall().seconds()))
                        .toList());
    }

    /// A function is at several lines over time: that of most of its time is shown.
    private Frame frame(Function function, Branch branch) {
        int line =
                branch.lines.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0);
        return new Frame(function.name(), files.of(function.file()), function.firstLine(), line);
    }
}
