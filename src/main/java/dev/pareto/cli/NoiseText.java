package dev.pareto.cli;

import dev.pareto.quantity.Figures;
import dev.pareto.workbench.NoiseReport;

import java.util.LinkedHashMap;
import java.util.Map;

/// How noisy the machine is.
final class NoiseText {
    private NoiseText() {}

    static String of(NoiseReport report) {
        return """


            A program against itself
                claim                %s
                spread of a pair     %s
                can show             %s in %s (%d pairs)"""
                .formatted(
                        report.claims()
                                ? "%s: a false alarm; is the machine very busy?"
                                        .formatted(report.result().verdict().id())
                                : "none, as it should be",
                        Figures.percent(report.spread()),
                        Double.isFinite(report.detectable())
                                ? "a difference of " + Figures.percent(report.detectable())
                                : "no difference",
                        report.result().took(),
                        report.result().pairs().size());
    }

    static Map<String, Object> json(NoiseReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("claims", report.claims());
        json.put("spread", report.spread());
        json.put("detectable", Double.isFinite(report.detectable()) ? report.detectable() : null);
        json.put("trial", TrialJson.of(report.result()));
        return json;
    }
}
