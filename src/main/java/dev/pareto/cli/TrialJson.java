package dev.pareto.cli;

import dev.pareto.quantity.RatioInterval;
import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;
import dev.pareto.trial.Verdict;
import dev.pareto.trial.Verdict.Estimate;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `pareto.trial/1`.
final class TrialJson {
    private TrialJson() {}

    static Map<String, Object> of(TrialResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.trial/1");
        json.put("verdict", result.verdict().id());
        Estimate estimate = estimate(result.verdict());
        json.put("ratio", estimate == null ? null : estimate.ratio().value());
        if (estimate != null && estimate.interval() != null) {
            json.put("interval", interval(estimate.interval()));
        }
        json.put("pairs", result.pairs().size());
        json.put("seconds", result.took().seconds());
        json.put("mode", result.mode().name().toLowerCase(Locale.ROOT));
        json.put("measure", result.measure().name().toLowerCase(Locale.ROOT));
        json.put("confidence", 0.99);
        json.put("output_same", result.outputSame());
        json.put("inputs_checked", result.inputsChecked());
        json.put("complete", result.complete());
        addReason(json, result.verdict());
        json.put("memory", memory(result));
        json.put("times", result.pairs().stream().map(TrialJson::times).toList());
        json.put("notes", result.notes());
        return json;
    }

    static @Nullable Estimate estimate(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Faster(Estimate estimate) -> estimate;
            case Verdict.Slower(Estimate estimate) -> estimate;
            case Verdict.NoDifference(Estimate estimate, _) -> estimate;
            case Verdict.Undecided(Estimate estimate, _) -> estimate;
            case Verdict.OutputChanged _, Verdict.Failed _ -> null;
        };
    }

    private static void addReason(Map<String, Object> json, Verdict verdict) {
        switch (verdict) {
            case Verdict.OutputChanged(var difference) ->
                    json.put(
                            "first_difference",
                            Map.of(
                                    "where", difference.where(),
                                    "before", difference.baseline(),
                                    "after", difference.candidate(),
                                    "likely_reason", difference.likelyReason()));
            case Verdict.Failed(String reason) -> json.put("reason", reason);
            case Verdict.Undecided(_, String reason) -> json.put("reason", reason);
            case Verdict.NoDifference(_, double epsilon) -> json.put("epsilon", epsilon);
            case Verdict.Faster _, Verdict.Slower _ -> {}
        }
    }

    private static Map<String, Object> memory(TrialResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        RatioInterval claimed = result.memory().ratio();
        long before = result.memory().baseline().count();
        long after = result.memory().candidate().count();
        json.put("ratio", before == 0 || after == 0 ? null : (double) before / after);
        json.put("interval", claimed == null ? null : interval(claimed));
        json.put("before", before);
        json.put("after", after);
        return json;
    }

    private static List<Double> interval(RatioInterval interval) {
        return List.of(interval.low().value(), interval.high().value());
    }

    private static List<Double> times(Pair pair) {
        return List.of(pair.baselineSeconds(), pair.candidateSeconds());
    }
}
