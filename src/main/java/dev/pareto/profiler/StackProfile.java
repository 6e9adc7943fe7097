package dev.pareto.profiler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Frame;
import dev.pareto.profile.FunctionCost;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.python.Ended;
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

/// A profile from the sums of `stacks.py`.
final class StackProfile {
    private record Line(CodeFile file, int line) {}

    private record Code(String name, CodeFile file, int line) {}

    private static final class Sums {
        Cost self = Cost.ZERO;
        Cost total = Cost.ZERO;
    }

    private static final class Branch {
        final Map<Frame, Branch> children = new LinkedHashMap<>();
        final Sums sums = new Sums();
    }

    private final Map<Line, Sums> lines = new HashMap<>();
    private final Map<Code, Sums> functions = new HashMap<>();
    private final Branch top = new Branch();
    private final List<Code> codes = new ArrayList<>();
    private final Ended ended;

    StackProfile(JsonNode record, CodeFiles files, Ended ended) {
        this.ended = ended;
        for (JsonNode code : record.path("functions")) {
            codes.add(
                    new Code(
                            code.path(2).asText(),
                            files.of(code.path(0).asText()),
                            code.path(1).asInt()));
        }
        record.path("stacks").forEach(this::add);
    }

    private void add(JsonNode stack) {
        double seconds = stack.path(2).asDouble();
        double cpu = stack.path(3).asDouble();
        var cost =
                new Cost(
                        new WallTime(seconds),
                        new CpuTime(cpu),
                        new WallTime(Math.max(0, seconds - cpu)),
                        WallTime.ZERO,
                        stack.path(1).asLong());
        var seen = new HashSet<Object>();
        Line innermostOwn = null;
        Code innermost = null;
        Branch branch = top;
        branch.sums.total = branch.sums.total.plus(cost);
        for (JsonNode level : stack.path(0)) {
            Code code = codes.get(level.path(0).asInt());
            var line = new Line(code.file(), level.path(1).asInt());
            if (code.file().isOwn()) {
                innermostOwn = line;
                if (seen.add(line)) {
                    Sums sums = lines.computeIfAbsent(line, _ -> new Sums());
                    sums.total = sums.total.plus(cost);
                }
            }
            innermost = code;
            if (seen.add(code)) {
                Sums sums = functions.computeIfAbsent(code, _ -> new Sums());
                sums.total = sums.total.plus(cost);
            }
            branch =
                    branch.children.computeIfAbsent(
                            new Frame(code.name(), code.file(), code.line(), line.line()),
                            _ -> new Branch());
            branch.sums.total = branch.sums.total.plus(cost);
        }
        branch.sums.self = branch.sums.self.plus(cost);
        if (innermostOwn != null) {
            Sums sums = lines.computeIfAbsent(innermostOwn, _ -> new Sums());
            sums.self = sums.self.plus(cost);
        }
        if (innermost != null) {
            Sums sums = functions.computeIfAbsent(innermost, _ -> new Sums());
            sums.self = sums.self.plus(cost);
        }
    }

    Profile profile() {
        Cost all = top.sums.total;
        WallTime wall = ended.usage().wall();
        return new Profile(
                EngineKind.SAMPLER_THREAD,
                wall,
                ended.usage().cpu(),
                all.waiting(),
                new WallTime(Math.max(0, wall.seconds() - all.wall().seconds())),
                all.samples(),
                0,
                functions.entrySet().stream()
                        .map(e -> function(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingDouble((FunctionCost f) -> -seconds(f.self())))
                        .toList(),
                lines.entrySet().stream()
                        .map(e -> line(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingDouble((LineCost l) -> -seconds(l.self())))
                        .toList(),
                node(new Frame("program", new CodeFile("", CodeFile.Owner.OWN), 0, 0), top),
                new MemoryTimeline(ended.usage().peakMemory(), List.of()),
                ended instanceof Ended.Finished,
                List.of("Sampled by a thread inside the program: lines are approximate."));
    }

    private static CallNode node(Frame frame, Branch branch) {
        return new CallNode(
                frame,
                branch.sums.self,
                branch.sums.total,
                branch.children.entrySet().stream()
                        .map(e -> node(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingDouble((CallNode n) -> -seconds(n.total())))
                        .toList());
    }

    private static FunctionCost function(Code code, Sums sums) {
        return new FunctionCost(
                code.name(),
                code.file(),
                code.line(),
                sums.self,
                sums.total,
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static LineCost line(Line line, Sums sums) {
        return new LineCost(
                line.file(),
                line.line(),
                sums.self,
                sums.total,
                Bytes.ZERO,
                Bytes.ZERO,
                OptionalLong.empty());
    }

    private static double seconds(Cost cost) {
        return cost.wall().seconds();
    }
}
