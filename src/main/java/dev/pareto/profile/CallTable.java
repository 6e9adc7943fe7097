package dev.pareto.profile;

import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// The table of cProfile: functions, and who called whom, in seconds on the clock.
///
/// The table says who called whom, not by which way: the tree below a function is shared among its
/// callers in proportion to what each spent in it, as gprof does (Graham, Kessler, McKusick 1982).
public record CallTable(List<Function> functions) {
    private static final int DEEPEST = 60;

    /// Branches below this part of the whole are left out, or the tree would grow without end.
    private static final double SMALLEST = 0.0005;

    public CallTable {
        functions = List.copyOf(functions);
    }

    /// One function.
    ///
    /// @param calls how often; @param primitive without the recursive ones
    /// @param self seconds; @param total seconds with callees, recursion counted once
    public record Function(
            String name,
            CodeFile file,
            int line,
            long calls,
            long primitive,
            double self,
            double total,
            List<Call> callees) {
        public Function {
            callees = List.copyOf(callees);
        }
    }

    /// What one function spent in calls of another.
    ///
    /// @param callee its place in the table
    public record Call(int callee, long calls, long primitive, double self, double total) {}

    /// The calls as a tree from any function on, as snakeviz shows them.
    public CallHierarchy hierarchy() {
        return new CallHierarchy(this);
    }

    /// Seconds of all functions together.
    public double seconds() {
        return functions.stream().mapToDouble(Function::self).sum();
    }

    /// The functions with what they cost, most expensive first.
    public List<FunctionCost> costs() {
        return functions.stream()
                .map(CallTable::cost)
                .sorted(Comparator.comparingDouble((FunctionCost f) -> -seconds(f.self())))
                .toList();
    }

    private static FunctionCost cost(Function f) {
        return new FunctionCost(
                f.name(),
                f.file(),
                f.line(),
                wall(f.self()),
                wall(f.total()),
                OptionalLong.of(f.calls()),
                OptionalLong.of(f.primitive()));
    }

    /// The call tree, as far as the table lets it be known.
    public CallNode tree() {
        double whole = seconds();
        double[] covered = new double[functions.size()];
        boolean[] called = new boolean[functions.size()];
        for (int at = 0; at < functions.size(); at++) {
            for (Call call : functions.get(at).callees()) {
                if (call.callee() != at) {
                    covered[call.callee()] += call.total();
                    called[call.callee()] = true;
                }
            }
        }
        List<CallNode> tops = new ArrayList<>();
        for (int at = 0; at < functions.size(); at++) {
            // What begins a program may be called again from within, as `exec` is by each import.
            double left = functions.get(at).total() - covered[at];
            if (!called[at] || left >= SMALLEST * whole) {
                tops.add(node(at, left, Set.of(), whole));
            }
        }
        tops.sort(Comparator.comparingDouble(n -> -seconds(n.total())));
        var frame = new Frame("program", new CodeFile("", CodeFile.Owner.OWN), 0, 0);
        return new CallNode(frame, Cost.ZERO, wall(whole), tops);
    }

    /// @param seconds of this function on this way; @param above the functions on the way to it
    private CallNode node(int at, double seconds, Set<Integer> above, double whole) {
        Function function = functions.get(at);
        double part = function.total() > 0 ? Math.min(1, seconds / function.total()) : 0;
        List<CallNode> children = new ArrayList<>();
        double below = 0;
        if (above.size() < DEEPEST) {
            var way = new HashSet<>(above);
            way.add(at);
            for (Call call : function.callees()) {
                double spent = call.total() * part;
                if (!way.contains(call.callee()) && spent >= SMALLEST * whole) {
                    children.add(node(call.callee(), spent, way, whole));
                    below += spent;
                }
            }
        }
        children.sort(Comparator.comparingDouble(n -> -seconds(n.total())));
        var frame = new Frame(function.name(), function.file(), function.line(), 0);
        return new CallNode(
                frame,
                wall(Math.max(0, seconds - below)),
                wall(Math.max(seconds, below)),
                children);
    }

    private static Cost wall(double seconds) {
        return new Cost(new WallTime(seconds), CpuTime.ZERO, WallTime.ZERO, WallTime.ZERO, 0);
    }

    private static double seconds(Cost cost) {
        return cost.wall().seconds();
    }
}
