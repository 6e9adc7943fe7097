package dev.pareto.cli;

import dev.pareto.quantity.Figures;
import dev.pareto.workbench.Growth;
import dev.pareto.workbench.Growth.Curve;
import dev.pareto.workbench.Growth.Exponent;
import dev.pareto.workbench.Growth.Point;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How programs grow, to read and as `pareto.growth/1`.
///
/// @param names of the curves
record GrowthText(Growth growth, List<String> names, Paint paint) {
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < growth.curves().size(); i++) {
            Curve curve = growth.curves().get(i);
            text.append(paint.bold(names.get(i)))
                    .append("  ")
                    .append(
                            curve.slope()
                                    .map(Exponent::words)
                                    .orElse("too few sizes that take long enough"))
                    .append('\n');
            for (Point point : curve.points()) {
                text.append(
                        "  %,12d  %9s%s%n"
                                .formatted(
                                        point.size(),
                                        Figures.time(point.median()),
                                        point.counted() ? "" : "  (too short to count)"));
            }
        }
        if (growth.overtakes() != null) {
            text.append(
                    "%s takes less time from size %,d on.%n"
                            .formatted(names.getLast(), growth.overtakes()));
        }
        text.append(
                "%s time without the interpreter's start, median of the runs%s"
                        .formatted(
                                growth.measure(),
                                growth.complete() ? "." : "; stopped before the last size."));
        return text.toString();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.growth/1");
        json.put("measure", growth.measure().name().toLowerCase(Locale.ROOT));
        json.put("complete", growth.complete());
        json.put("overtakes", growth.overtakes());
        json.put(
                "curves",
                java.util.stream.IntStream.range(0, names.size())
                        .mapToObj(i -> curve(names.get(i), growth.curves().get(i)))
                        .toList());
        return json;
    }

    private static Map<String, Object> curve(String name, Curve curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", name);
        curve.slope()
                .ifPresent(
                        slope -> {
                            json.put("exponent", slope.value());
                            if (Double.isFinite(slope.low()) && Double.isFinite(slope.high())) {
                                json.put("interval", List.of(slope.low(), slope.high()));
                            }
                            json.put("words", slope.words());
                        });
        json.put(
                "points",
                curve.points().stream()
                        .map(
                                point ->
                                        Map.of(
                                                "size", point.size(),
                                                "median_s", point.median(),
                                                "seconds", point.seconds(),
                                                "counted", point.counted()))
                        .toList());
        return json;
    }
}
