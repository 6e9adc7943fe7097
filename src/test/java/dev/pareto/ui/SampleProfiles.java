package dev.pareto.ui;

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
import dev.pareto.workbench.ProfileReport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Profiles of the example program, and of one that waits and grows.
public final class SampleProfiles {
    public static final CodeFile DEDUPE = new CodeFile("dedupe.py", CodeFile.Owner.OWN);
    public static final CodeFile ORDERS = new CodeFile("orders.py", CodeFile.Owner.OWN);
    private static final CodeFile RANDOM = new CodeFile("random.py", CodeFile.Owner.LIBRARY);
    private static final CodeFile BUILTIN = new CodeFile("~", CodeFile.Owner.BUILTIN);

    private SampleProfiles() {}

    public static Map<String, ProfileReport> all() {
        var all = new LinkedHashMap<String, ProfileReport>();
        all.put("baseline", report("baseline", baseline()));
        all.put("E", report("E", withSet()));
        return all;
    }

    public static ProfileReport report(String variant, Profile profile) {
        return new ProfileReport(variant, Samples.INPUT, profile, null, Samples.THEN);
    }

    public static Profile baseline() {
        return profile(
                0.482,
                0,
                List.of(
                        line(DEDUPE, 9, 0.440),
                        line(ORDERS, 6, 0.0244),
                        line(DEDUPE, 10, 0.0013),
                        line(DEDUPE, 17, 0.0012),
                        line(DEDUPE, 8, 0.0011)),
                List.of(
                        function("first_of_each", DEDUPE, 6, 0.4424, 0.4424),
                        function("load_orders", ORDERS, 4, 0.0120, 0.0244),
                        function("Random.randrange", RANDOM, 290, 0.0084, 0.0124),
                        function("<built-in getrandbits>", BUILTIN, 0, 0.0040, 0.0040),
                        function("main", DEDUPE, 14, 0.0012, 0.468)));
    }

    public static Profile withSet() {
        return profile(
                0.0437,
                0,
                List.of(
                        line(ORDERS, 6, 0.0244),
                        line(DEDUPE, 12, 0.0013),
                        line(DEDUPE, 9, 0.0011),
                        line(DEDUPE, 10, 0.0009),
                        line(DEDUPE, 11, 0.0008)),
                List.of(
                        function("load_orders", ORDERS, 4, 0.0120, 0.0244),
                        function("first_of_each", DEDUPE, 6, 0.0041, 0.0041)));
    }

    /// A program that waits for 70 % of its time.
    public static Profile waiting() {
        return profile(2.0, 1.4, List.of(line(DEDUPE, 9, 1.5)), List.of());
    }

    private static Profile profile(
            double wall, double waiting, List<LineCost> lines, List<FunctionCost> functions) {
        return new Profile(
                EngineKind.OUTSIDE,
                new WallTime(wall),
                new CpuTime((wall - waiting) * 0.98),
                new WallTime(waiting),
                new WallTime(0.014),
                497,
                0,
                functions,
                lines,
                tree(wall),
                memory(wall),
                true,
                List.of());
    }

    private static LineCost line(CodeFile file, int line, double seconds) {
        return new LineCost(
                file,
                line,
                cost(seconds),
                cost(seconds),
                line == 10 ? new Bytes(61_400) : Bytes.ZERO,
                Bytes.ZERO,
                line == 9 ? OptionalLong.of(12_000) : OptionalLong.empty());
    }

    private static FunctionCost function(
            String name, CodeFile file, int line, double self, double total) {
        return new FunctionCost(
                name,
                file,
                line,
                cost(self),
                cost(total),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static Cost cost(double seconds) {
        return new Cost(
                new WallTime(seconds),
                new CpuTime(seconds),
                WallTime.ZERO,
                WallTime.ZERO,
                Math.round(seconds * 1000));
    }

    private static CallNode tree(double wall) {
        CallNode bits = node("getrandbits", BUILTIN, 0, 0.004, List.of());
        CallNode range = node("Random.randrange", RANDOM, 290, 0.0124, List.of(bits));
        CallNode load = node("load_orders", ORDERS, 4, 0.0244, List.of(range));
        CallNode first = node("first_of_each", DEDUPE, 6, wall * 0.917, List.of());
        CallNode main = node("main", DEDUPE, 14, wall * 0.97, List.of(first, load));
        CallNode module = node("<module>", DEDUPE, 1, wall * 0.971, List.of(main));
        return node("dedupe.py", DEDUPE, 0, wall, List.of(module));
    }

    private static CallNode node(
            String name, CodeFile file, int line, double total, List<CallNode> children) {
        double below = children.stream().mapToDouble(c -> c.total().wall().seconds()).sum();
        return new CallNode(
                new Frame(name, file, line, line), cost(total - below), cost(total), children);
    }

    private static MemoryTimeline memory(double wall) {
        var points = new ArrayList<MemoryTimeline.Point>();
        for (int i = 0; i <= 100; i++) {
            double t = i / 100.0;
            double mega = 9.9 + (t < 0.6 ? 1.9 * t / 0.6 : t < 0.85 ? 1.9 : 0.8);
            points.add(
                    new MemoryTimeline.Point(
                            new WallTime(t * wall), new Bytes(Math.round(mega * 1e6))));
        }
        return new MemoryTimeline(new Bytes(11_800_000), points);
    }
}
