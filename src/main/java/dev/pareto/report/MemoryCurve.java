package dev.pareto.report;

import dev.pareto.profile.MemoryTimeline;
import dev.pareto.quantity.Bytes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Resident memory over the run as a line.
final class MemoryCurve {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 120;
    private static final int MOST_POINTS = 1500;

    private MemoryCurve() {}

    /// The picture, or "" where nobody watched.
    static String svg(MemoryTimeline memory) {
        List<MemoryTimeline.Point> points = memory.points();
        double end = points.isEmpty() ? 0 : points.getLast().at().seconds();
        long most = points.stream().mapToLong(p -> p.resident().count()).max().orElse(0);
        if (end <= 0 || most <= 0) {
            return "";
        }
        int step = Math.max(1, points.size() / MOST_POINTS);
        String line =
                IntStream.range(0, points.size())
                        .filter(i -> i % step == 0 || i == points.size() - 1)
                        .mapToObj(points::get)
                        .map(
                                p ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f,%.1f",
                                                WIDTH * p.at().seconds() / end,
                                                HEIGHT
                                                        - HEIGHT
                                                                * (double) p.resident().count()
                                                                / most))
                        .collect(Collectors.joining(" "));
        return ("<svg id=\"memory\" viewBox=\"0 0 %d %d\" width=\"100%%\" height=\"%d\""
                        + " preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Resident memory"
                        + " over time\"><polyline points=\"%s\"/></svg>%n<p class=\"axis\">0 to %s,"
                        + " up to %s seen; the kernel's peak is %s</p>")
                .formatted(
                        WIDTH,
                        HEIGHT,
                        HEIGHT,
                        line,
                        points.getLast().at(),
                        new Bytes(most),
                        memory.peak());
    }
}
