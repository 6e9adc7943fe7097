package dev.pareto.cli;

import dev.pareto.quantity.Figures;
import dev.pareto.trial.GrowthResult;
import dev.pareto.trial.GrowthResult.AtSize;
import dev.pareto.trial.GrowthResult.Crossover;
import dev.pareto.trial.GrowthResult.Curve;
import dev.pareto.trial.GrowthResult.Exponent;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// How programs grow, to read and as `pareto.growth/1`.
///
/// @param names of the curves
record GrowthText(GrowthResult growth, List<String> names, Paint paint) {
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            Curve curve = curves().get(i);
            text.append(paint.bold(names.get(i)))
                    .append("  ")
                    .append(words(curve.exponent()))
                    .append('\n');
            for (AtSize at : curve.sizes()) {
                text.append(
                        "  %,12d  %9s%s%n"
                                .formatted(
                                        at.size(),
                                        Figures.time(at.median()),
                                        at.counted() ? "" : "  (too short to count)"));
            }
        }
        Crossover crossover = growth.crossover();
        if (crossover != null) {
            text.append(
                    "%s takes less time from size %,d on, about.%n"
                            .formatted(
                                    crossover.candidateFasterAbove()
                                            ? names.getLast()
                                            : names.getFirst(),
                                    Math.round(crossover.size())));
        }
        growth.notes().forEach(note -> text.append(note).append('\n'));
        if (growth.problem() != null) {
            text.append(paint.more("✗ " + growth.problem())).append('\n');
        }
        text.append(
                "%s time without the interpreter's start, median of the runs%s"
                        .formatted(
                                growth.measure(),
                                growth.complete() ? "." : "; stopped before its end."));
        return text.toString();
    }

    private List<Curve> curves() {
        return growth.candidate() == null
                ? List.of(growth.reference())
                : List.of(growth.reference(), growth.candidate());
    }

    private static String words(@Nullable Exponent exponent) {
        if (exponent == null) {
            return "too few sizes that take long enough";
        }
        String interval =
                exponent.isBounded()
                        ? ", 99 %% interval %.2f to %.2f"
                                .formatted(exponent.interval().low(), exponent.interval().high())
                        : "";
        return exponent
                + interval
                + (exponent.hint().isEmpty() ? "" : " (near " + exponent.hint() + ")");
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.growth/1");
        json.put("measure", growth.measure().name().toLowerCase(Locale.ROOT));
        json.put("complete", growth.complete());
        json.put("problem", growth.problem());
        Crossover crossover = growth.crossover();
        json.put(
                "crossover",
                crossover == null
                        ? null
                        : Map.of(
                                "size",
                                crossover.size(),
                                "second_faster_above",
                                crossover.candidateFasterAbove()));
        json.put(
                "overtakes",
                crossover != null && crossover.candidateFasterAbove() ? crossover.size() : null);
        json.put("notes", growth.notes());
        json.put(
                "curves",
                IntStream.range(0, names.size())
                        .mapToObj(i -> curve(names.get(i), curves().get(i)))
                        .toList());
        return json;
    }

    private static Map<String, Object> curve(String name, Curve curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", name);
        Exponent exponent = curve.exponent();
        if (exponent != null) {
            json.put("exponent", exponent.value());
            if (exponent.isBounded()) {
                json.put(
                        "interval", List.of(exponent.interval().low(), exponent.interval().high()));
            }
            json.put("words", words(exponent));
        }
        json.put(
                "points",
                curve.sizes().stream()
                        .map(
                                at ->
                                        Map.of(
                                                "size", at.size(),
                                                "median_s", at.median(),
                                                "seconds", at.seconds(),
                                                "counted", at.counted()))
                        .toList());
        return json;
    }
}
