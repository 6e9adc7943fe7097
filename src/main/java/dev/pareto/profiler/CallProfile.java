package dev.pareto.profiler;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Frame;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.profiler.CallTable.Call;
import dev.pareto.profiler.CallTable.Function;
import dev.pareto.python.Ended;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// A profile from cProfile's table. It knows functions, calls and seconds on the clock; no lines,
/// no memory, and no processor time of a single function.
///
/// The table says who called whom, not by which way: the tree below a function is shared among its
/// callers in proportion to what each spent in it, as gprof does (Graham, Kessler, McKusick 1982).
final class CallProfile {
    private static final int DEEPEST = 60;

    /// Branches below this part of the whole are left out, or the tree would grow without end.
    private static final double SMALLEST = 0.0005;

    private final List<Function> functions;
    private final Ended ended;
    private final double whole;

    CallProfile(CallTable table, Ended ended) {
        functions = table.functions();
        this.ended = ended;
        whole = functions.stream().mapToDouble(Function::self).sum();
    }

    /// @param complete whether the table was written, which a killed program cannot
    Profile profile(boolean complete) {
        List<String> notes = new ArrayList<>();
        notes.add("Traced by cProfile: small functions look more expensive than they are.");
        if (!complete) {
            notes.add("The program ended before cProfile could write its table.");
        }
        return new Profile(
                EngineKind.CPROFILE,
                ended.usage().wall(),
                ended.usage().cpu(),
                WallTime.ZERO,
                WallTime.ZERO,
                0,
                0,
                functions.stream()
                        .map(CallProfile::cost)
                        .sorted(Comparator.comparingDouble((FunctionCost f) -> -seconds(f.self())))
                        .toList(),
                List.of(),
                root(),
                new MemoryTimeline(ended.usage().peakMemory(), List.of()),
                complete && ended instanceof Ended.Finished,
                notes);
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

    private CallNode root() {
        var called = new HashSet<Integer>();
        for (int at = 0; at < functions.size(); at++) {
            int caller = at;
            functions.get(at).callees().stream()
                    .map(Call::callee)
                    .filter(c -> c != caller)
                    .forEach(called::add);
        }
        List<CallNode> tops = new ArrayList<>();
        for (int at = 0; at < functions.size(); at++) {
            if (!called.contains(at)) {
                tops.add(node(at, functions.get(at).total(), Set.of()));
            }
        }
        tops.sort(Comparator.comparingDouble(n -> -seconds(n.total())));
        var frame = new Frame("program", new CodeFile("", CodeFile.Owner.OWN), 0, 0);
        return new CallNode(frame, Cost.ZERO, wall(whole), tops);
    }

    /// @param seconds of this function on this way; @param above the functions on the way to it
    private CallNode node(int at, double seconds, Set<Integer> above) {
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
                    children.add(node(call.callee(), spent, way));
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
