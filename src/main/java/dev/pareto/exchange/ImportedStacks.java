package dev.pareto.exchange;

import dev.pareto.exchange.StackCosts.Children;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Builds a profile from stacks, each with its seconds. One thread.
///
/// There may be millions of samples: they are only counted at their places, and all else is found
/// from the places, once each.
///
/// Some tools give the line where a function starts, others the line where it was: where one
/// function comes with several lines, they are taken as the latter.
final class ImportedStacks {
    /// Deeper ones are cut: what handles a profile later may be recursive.
    static final int DEEPEST = 1_000;

    /// The place of an empty stack.
    static final int TOP = StackTree.ROOT;

    /// A level of a stack. @param line 0 where it is unknown
    record Level(String name, CodeFile file, int line) {}

    private record Code(String name, CodeFile file) {}

    private record Line(CodeFile file, int line) {}

    private final Numbers<Level> levels = new Numbers<>();
    private final Numbers<Code> codes = new Numbers<>();
    private final Numbers<Line> lines = new Numbers<>();

    /// Of each level its code, and its line where it is own code with a line; else -1.
    private int[] codeOf = new int[64];

    private int[] lineOf = new int[64];

    private final StackTree stacks = new StackTree();
    private final StackCosts spent = new StackCosts();
    private int[] depths = new int[1024];
    private boolean cut;

    /// The number of a level: the same for an equal one.
    int level(Level level) {
        int number = levels.of(level);
        if (number == codeOf.length) {
            codeOf = Arrays.copyOf(codeOf, 2 * number);
            lineOf = Arrays.copyOf(lineOf, 2 * number);
        }
        codeOf[number] = codes.of(new Code(level.name, level.file));
        boolean own = level.file.isOwn() && level.line > 0;
        lineOf[number] = own ? lines.of(new Line(level.file, level.line)) : -1;
        return number;
    }

    /// The place of a stack that is one level deeper, inwards.
    ///
    /// @param level its number
    int below(int place, int level) {
        if (depths[place] == DEEPEST) {
            cut = true;
            return place;
        }
        int before = stacks.size();
        int deeper = stacks.child(place, level);
        if (deeper == before) {
            if (deeper >= depths.length) {
                depths = Arrays.copyOf(depths, 2 * deeper);
            }
            depths[deeper] = depths[place] + 1;
        }
        return deeper;
    }

    /// Counts what was spent in a stack.
    void add(int place, double seconds, long samples) {
        spent.room(place + 1).add(place, seconds, samples);
    }

    /// All that was added; called once.
    Profile profile(List<String> notes) {
        spent.sumUp(stacks);
        var starts = new Starts(codes.count());
        StackTree calls = new StackTree();
        StackCosts called = new StackCosts();
        merge(calls, called, starts);
        called.sumUp(calls);
        var below = new Children(calls);
        var all = new ArrayList<>(notes);
        if (cut) {
            all.add("Stacks deeper than %,d levels were cut.".formatted(DEEPEST));
        }
        return new Profile(
                EngineKind.IMPORTED,
                spent.total(TOP).wall(),
                CpuTime.ZERO,
                WallTime.ZERO,
                WallTime.ZERO,
                spent.total(TOP).samples(),
                0,
                functions(calls, called, below, starts),
                starts.several ? lines() : List.of(),
                tree(calls, called, below, starts),
                new MemoryTimeline(Bytes.ZERO, List.of()),
                true,
                all);
    }

    /// The lines that are given for each code.
    private static final class Starts {
        /// The first of them; -1 before one was seen.
        final int[] first;

        /// Whether some code has more than one.
        boolean several;

        Starts(int codes) {
            first = new int[codes];
            Arrays.fill(first, -1);
        }

        void see(int code, int line) {
            several |= first[code] >= 0 && first[code] != line;
            first[code] = first[code] < 0 ? line : Math.min(first[code], line);
        }
    }

    /// Brings together what differs by line only.
    private void merge(StackTree calls, StackCosts called, Starts starts) {
        int[] to = new int[stacks.size()];
        called.room(1).addSelf(TOP, spent, TOP);
        for (int place = 1; place < stacks.size(); place++) {
            // What was opened, but closed before any time went by, was not seen.
            if (spent.isSeen(place)) {
                int level = stacks.key(place);
                starts.see(codeOf[level], levels.get(level).line);
                to[place] = calls.child(to[stacks.parent(place)], codeOf[level]);
                called.room(calls.size()).addSelf(to[place], spent, place);
            }
        }
    }

    /// Most expensive first.
    private List<FunctionCost> functions(
            StackTree calls, StackCosts called, Children below, Starts starts) {
        StackCosts costs = new StackCosts().room(codes.count());
        for (int place = 1; place < calls.size(); place++) {
            costs.addSelf(calls.key(place), called, place);
        }
        called.totalsByKind(calls, below, calls::key, costs);
        return IntStream.range(0, codes.count())
                .filter(costs::isSeen)
                .mapToObj(code -> function(code, starts, costs))
                .sorted(Comparator.comparingDouble((FunctionCost f) -> -f.self().wall().seconds()))
                .toList();
    }

    private FunctionCost function(int number, Starts starts, StackCosts costs) {
        Code code = codes.get(number);
        return new FunctionCost(
                code.name,
                code.file,
                starts.first[number],
                costs.self(number),
                costs.total(number),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    /// Most expensive first. What a library spends belongs to the own line that called it.
    private List<LineCost> lines() {
        StackCosts costs = new StackCosts().room(lines.count());
        int[] nearest = new int[stacks.size()];
        nearest[TOP] = -1;
        for (int place = 1; place < stacks.size(); place++) {
            int own = lineOf[stacks.key(place)];
            nearest[place] = own >= 0 ? own : nearest[stacks.parent(place)];
            if (nearest[place] >= 0) {
                costs.addSelf(nearest[place], spent, place);
            }
        }
        spent.totalsByKind(stacks, new Children(stacks), place -> lineOf[stacks.key(place)], costs);
        return IntStream.range(0, lines.count())
                .filter(costs::isSeen)
                .mapToObj(number -> line(lines.get(number), number, costs))
                .sorted(Comparator.comparingDouble((LineCost l) -> -l.self().wall().seconds()))
                .toList();
    }

    private static LineCost line(Line line, int number, StackCosts costs) {
        return new LineCost(
                line.file,
                line.line,
                costs.self(number),
                costs.total(number),
                Bytes.ZERO,
                Bytes.ZERO,
                OptionalLong.empty());
    }

    /// From the innermost places outwards, so that this does not recurse.
    private CallNode tree(StackTree calls, StackCosts called, Children below, Starts starts) {
        List<Frame> frames =
                IntStream.range(0, codes.count())
                        .mapToObj(number -> frame(codes.get(number), starts.first[number]))
                        .toList();
        CallNode[] nodes = new CallNode[calls.size()];
        for (int place = calls.size() - 1; place > TOP; place--) {
            nodes[place] = node(frames.get(calls.key(place)), place, called, below, nodes);
        }
        var program = new Frame("program", new CodeFile("", CodeFile.Owner.OWN), 0, 0);
        return node(program, TOP, called, below, nodes);
    }

    private static Frame frame(Code code, int start) {
        return new Frame(code.name, code.file, Math.max(0, start), 0);
    }

    private static CallNode node(
            Frame frame, int place, StackCosts called, Children below, CallNode[] nodes) {
        int first = below.first(place);
        if (first == 0) {
            Cost self = called.self(place);
            return new CallNode(frame, self, self, List.of());
        }
        if (below.next(first) == 0) {
            // Long ways without a branch are most of a large tree.
            CallNode only = nodes[first];
            Cost self = called.self(place);
            Cost total = self.equals(Cost.ZERO) ? only.total() : called.total(place);
            return new CallNode(frame, self, total, List.of(only));
        }
        List<CallNode> children = new ArrayList<>();
        for (int child = first; child != 0; child = below.next(child)) {
            children.add(nodes[child]);
        }
        children.sort(Comparator.comparingDouble((CallNode n) -> -n.total().wall().seconds()));
        return new CallNode(frame, called.self(place), called.total(place), children);
    }

    /// Gives equal things the same number, from 0 on.
    private static final class Numbers<T> {
        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> things = new ArrayList<>();

        int of(T thing) {
            Integer known = numbers.putIfAbsent(thing, things.size());
            if (known != null) {
                return known;
            }
            things.add(thing);
            return things.size() - 1;
        }

        T get(int number) {
            return things.get(number);
        }

        int count() {
            return things.size();
        }
    }
}
