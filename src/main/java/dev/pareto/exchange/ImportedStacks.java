package dev.pareto.exchange;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Frame;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// Builds a profile from stacks, each with its seconds. One thread.
///
/// Some tools give the line where a function starts, others the line where it was: where one
/// function comes with several lines, they are taken as the latter.
final class ImportedStacks {
    /// Deeper ones are cut, or the tree could not be walked.
    static final int DEEPEST = 1_000;

    /// A level of a stack. @param line 0 where it is unknown
    record Level(String name, CodeFile file, int line) {}

    private record Code(String name, CodeFile file) {}

    private record Line(CodeFile file, int line) {}

    private static final class Sums {
        double self;
        double total;
        long selfSamples;
        long totalSamples;

        void self(double seconds, long samples) {
            self += seconds;
            selfSamples += samples;
        }

        void total(double seconds, long samples) {
            total += seconds;
            totalSamples += samples;
        }

        Cost selfCost() {
            return cost(self, selfSamples);
        }

        Cost totalCost() {
            return cost(total, totalSamples);
        }

        private static Cost cost(double seconds, long samples) {
            return new Cost(
                    new WallTime(seconds), CpuTime.ZERO, WallTime.ZERO, WallTime.ZERO, samples);
        }
    }

    private static final class Branch {
        final Sums sums = new Sums();
        final Map<Code, Branch> children = new LinkedHashMap<>();
    }

    private final Map<List<Level>, Sums> distinct = new LinkedHashMap<>();
    private final Branch top = new Branch();
    private final Map<Code, Sums> functions = new LinkedHashMap<>();
    private final Map<Line, Sums> lines = new LinkedHashMap<>();
    private final Map<Code, TreeSet<Integer>> starts = new HashMap<>();
    private boolean cut;

    /// @param stack outermost first; may be empty, and change afterwards
    void add(List<Level> stack, double seconds, long samples) {
        // Most stacks are seen again and again: those are only counted here.
        Sums known = distinct.get(stack);
        if (known == null) {
            known = new Sums();
            distinct.put(List.copyOf(stack), known);
        }
        known.self(seconds, samples);
    }

    private void place(List<Level> stack, double seconds, long samples) {
        List<Level> kept = stack.size() > DEEPEST ? stack.subList(0, DEEPEST) : stack;
        cut |= kept.size() < stack.size();
        Set<Object> seen = new HashSet<>();
        Branch branch = top;
        branch.sums.total(seconds, samples);
        Line innermostOwn = null;
        for (Level level : kept) {
            var code = new Code(level.name, level.file);
            starts.computeIfAbsent(code, _ -> new TreeSet<>()).add(level.line);
            branch = branch.children.computeIfAbsent(code, _ -> new Branch());
            branch.sums.total(seconds, samples);
            if (seen.add(code)) {
                functions.computeIfAbsent(code, _ -> new Sums()).total(seconds, samples);
            }
            if (level.file.isOwn() && level.line > 0) {
                innermostOwn = new Line(level.file, level.line);
                if (seen.add(innermostOwn)) {
                    lines.computeIfAbsent(innermostOwn, _ -> new Sums()).total(seconds, samples);
                }
            }
        }
        branch.sums.self(seconds, samples);
        if (!kept.isEmpty()) {
            Level last = kept.getLast();
            functions
                    .computeIfAbsent(new Code(last.name, last.file), _ -> new Sums())
                    .self(seconds, samples);
        }
        if (innermostOwn != null) {
            lines.computeIfAbsent(innermostOwn, _ -> new Sums()).self(seconds, samples);
        }
    }

    /// All that was added; called once.
    Profile profile(List<String> notes) {
        distinct.forEach((stack, sums) -> place(stack, sums.self, sums.selfSamples));
        var all = new ArrayList<>(notes);
        if (cut) {
            all.add("Stacks deeper than %,d levels were cut.".formatted(DEEPEST));
        }
        boolean knowsLines = starts.values().stream().anyMatch(found -> found.size() > 1);
        return new Profile(
                EngineKind.IMPORTED,
                top.sums.totalCost().wall(),
                CpuTime.ZERO,
                WallTime.ZERO,
                WallTime.ZERO,
                top.sums.totalSamples,
                0,
                functions.entrySet().stream()
                        .map(entry -> function(entry.getKey(), entry.getValue()))
                        .sorted(
                                Comparator.comparingDouble(
                                        (FunctionCost f) -> -f.self().wall().seconds()))
                        .toList(),
                knowsLines
                        ? lines.entrySet().stream()
                                .map(entry -> line(entry.getKey(), entry.getValue()))
                                .sorted(
                                        Comparator.comparingDouble(
                                                (LineCost l) -> -l.self().wall().seconds()))
                                .toList()
                        : List.of(),
                node(new Frame("program", new CodeFile("", CodeFile.Owner.OWN), 0, 0), top),
                new MemoryTimeline(Bytes.ZERO, List.of()),
                true,
                all);
    }

    private FunctionCost function(Code code, Sums sums) {
        return new FunctionCost(
                code.name,
                code.file,
                start(code),
                sums.selfCost(),
                sums.totalCost(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static LineCost line(Line line, Sums sums) {
        return new LineCost(
                line.file,
                line.line,
                sums.selfCost(),
                sums.totalCost(),
                Bytes.ZERO,
                Bytes.ZERO,
                OptionalLong.empty());
    }

    /// A plain loop: with streams each level of a deep stack would be ten of ours.
    private CallNode node(Frame frame, Branch branch) {
        List<CallNode> children = new ArrayList<>();
        for (var child : branch.children.entrySet()) {
            Code code = child.getKey();
            var below = new Frame(code.name, code.file, start(code), 0);
            children.add(node(below, child.getValue()));
        }
        children.sort(Comparator.comparingDouble((CallNode n) -> -n.total().wall().seconds()));
        return new CallNode(frame, branch.sums.selfCost(), branch.sums.totalCost(), children);
    }

    private int start(Code code) {
        return starts.getOrDefault(code, new TreeSet<>(Set.of(0))).first();
    }
}
