package dev.pareto.advice;

import dev.pareto.profile.CallNode;
import dev.pareto.profile.CodeFile;
import dev.pareto.profile.Cost;
import dev.pareto.profile.EngineKind;
import dev.pareto.profile.Frame;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.MemoryTimeline;
import dev.pareto.profile.Profile;
import dev.pareto.quantity.Bytes;
import dev.pareto.quantity.CpuTime;
import dev.pareto.quantity.WallTime;
import dev.pareto.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A made-up profile: the lines that end with `# hot` took 90 % of 20 ms, those with `# hot, long`
/// 90 % of 20 s, and those with `# hot, waits` were blocked in that time. Where `# hot, awaits`
/// stands the program waited for 90 % of 0.2 s, on none of its lines.
final class HotProfile {
    private static final double RUN = 0.02;
    private static final double LONG_RUN = 20;
    private static final double AWAITING_RUN = 0.2;

    private HotProfile() {}

    static Profile of(List<SourceText> files) {
        record Place(String path, int line) {}
        List<Place> hot = new ArrayList<>();
        for (SourceText file : files) {
            for (int line = 1; line <= file.lineCount(); line++) {
                if (file.line(line).contains("# hot")) {
                    hot.add(new Place(file.path(), line));
                }
            }
        }
        if (files.stream().anyMatch(file -> file.text().contains("# hot, awaits"))) {
            return ofLines(List.of(), AWAITING_RUN, 0.9);
        }
        boolean waits = files.stream().anyMatch(file -> file.text().contains("# hot, waits"));
        boolean isLong = files.stream().anyMatch(file -> file.text().contains("# hot, long"));
        double run = waits || isLong ? LONG_RUN : RUN;
        double waiting = waits ? 0.98 : 0;
        return ofLines(
                hot.stream()
                        .map(
                                place ->
                                        line(
                                                place.path(),
                                                place.line(),
                                                0.9 * run / hot.size(),
                                                waiting))
                        .toList(),
                run,
                waiting);
    }

    static Profile ofLines(List<LineCost> lines) {
        return ofLines(lines, RUN, 0);
    }

    private static Profile ofLines(List<LineCost> lines, double run, double waiting) {
        var root = new Frame("main.py", new CodeFile("main.py", CodeFile.Owner.OWN), 0, 0);
        return new Profile(
                EngineKind.OUTSIDE,
                new WallTime(run),
                new CpuTime(run * (1 - waiting)),
                new WallTime(run * waiting),
                WallTime.ZERO,
                1000,
                0,
                List.of(),
                lines,
                new CallNode(root, Cost.ZERO, Cost.ZERO, List.of()),
                new MemoryTimeline(PEAK, List.of()),
                true,
                List.of());
    }

    /// As on a busy machine: the one hot line stood in the queue for half of its time, and what was
    /// sampled of it on the processor is a little more than the whole process used.
    static Profile crowded(String path, int line) {
        var cost =
                new Cost(
                        new WallTime(0.9),
                        new CpuTime(0.46),
                        WallTime.ZERO,
                        new WallTime(0.44),
                        900);
        var file = new CodeFile(path, CodeFile.Owner.OWN);
        return new Profile(
                EngineKind.OUTSIDE,
                new WallTime(1),
                new CpuTime(0.45),
                WallTime.ZERO,
                new WallTime(0.1),
                900,
                0,
                List.of(),
                List.of(
                        new LineCost(
                                file,
                                line,
                                cost,
                                cost,
                                Bytes.ZERO,
                                Bytes.ZERO,
                                OptionalLong.empty())),
                new CallNode(new Frame(path, file, 0, 0), Cost.ZERO, cost, List.of()),
                new MemoryTimeline(PEAK, List.of()),
                true,
                List.of());
    }

    private static final Bytes PEAK = Bytes.ofMega(100);

    static LineCost line(String path, int line, double seconds) {
        return line(path, line, seconds, 0);
    }

    private static LineCost line(String path, int line, double seconds, double waiting) {
        var cost =
                new Cost(
                        new WallTime(seconds),
                        new CpuTime(seconds * (1 - waiting)),
                        new WallTime(seconds * waiting),
                        WallTime.ZERO,
                        1);
        return new LineCost(
                new CodeFile(path, CodeFile.Owner.OWN),
                line,
                cost,
                cost,
                Bytes.ofMega(60),
                Bytes.ZERO,
                OptionalLong.empty());
    }
}
