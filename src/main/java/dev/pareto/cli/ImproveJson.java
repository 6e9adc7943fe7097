package dev.pareto.cli;

import dev.pareto.workbench.Improvement;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// `pareto.improvement/1`.
final class ImproveJson {
    private ImproveJson() {}

    static Map<String, Object> of(Improvement improvement, ImproveOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.improvement/1");
        json.put("steps", improvement.steps().stream().map(s -> step(s, improvement)).toList());
        json.put(
                "final",
                improvement.confirmed().map(report -> TrialJson.of(report.result())).orElse(null));
        json.put("out", outcome.out().map(Path::toString).orElse(null));
        json.put("written", outcome.written().stream().map(Path::toString).toList());
        json.put("ended", improvement.end().name().toLowerCase(Locale.ROOT));
        json.put("target_reached", outcome.targetReached());
        json.put("seconds", outcome.took().seconds());
        return json;
    }

    private static Map<String, Object> step(Improvement.Step step, Improvement improvement) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("suggestion", AdviceJson.suggestion(step.suggestion()));
        json.put("trial", TrialJson.of(step.trial().result()));
        json.put("kept", step.kept());
        json.put("reason", step.reason());
        json.put("undone", improvement.loss(step).map(ImproveJson::loss).orElse(null));
        return json;
    }

    /// The trial is of all that was kept against the same without this step: its ratio is what is
    /// lost.
    private static Map<String, Object> loss(Improvement.Loss loss) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trial", loss.measured().map(TrialJson::of).orElse(null));
        json.put("reason", loss.words());
        return json;
    }
}
