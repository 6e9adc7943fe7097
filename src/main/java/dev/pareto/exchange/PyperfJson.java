package dev.pareto.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pareto.trial.Pair;
import dev.pareto.trial.TrialResult;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Writes every run of a trial in the form that `pyperf show` and `pyperf stats` read: a suite of
/// two benchmarks, each pair one value of both. See pyperf's documentation, "pyperf JSON".
///
/// The order inside the pairs and the time that was not compared are lost: [RunsCsv] has all of it.
public final class PyperfJson {
    private static final String VERSION = "1.0";

    private PyperfJson() {}

    /// The file's text.
    ///
    /// @param names of reference and candidate, which differ; @param at when the trial ended
    /// @throws ExchangeException when the trial has no pairs
    public static String write(TrialResult result, List<String> names, Instant at)
            throws ExchangeException {
        if (result.pairs().isEmpty()) {
            throw new ExchangeException("The trial has no pairs.");
        }
        Map<String, Object> suite = new LinkedHashMap<>();
        suite.put("version", VERSION);
        suite.put(
                "metadata",
                Map.of(
                        "unit",
                        "second",
                        "loops",
                        1,
                        "date",
                        at.toString().replace("Z", ""),
                        "timer",
                        result.measure() == TrialResult.Measure.CPU ? "CPU time" : "wall time",
                        "description",
                        result.mode() == TrialResult.Mode.BRAID
                                ? "braided pairs on one core"
                                : "pairs in random order"));
        suite.put(
                "benchmarks",
                List.of(
                        benchmark(names.get(0), result.pairs(), Pair::baselineSeconds),
                        benchmark(names.get(1), result.pairs(), Pair::candidateSeconds)));
        try {
            return new JsonMapper().writeValueAsString(suite) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and numbers can be written", e);
        }
    }

    private static Map<String, Object> benchmark(
            String name, List<Pair> pairs, ToDoubleFunction<Pair> seconds) {
        List<Map<String, Object>> runs = new ArrayList<>();
        for (Pair pair : pairs) {
            runs.add(Map.of("values", List.of(seconds.applyAsDouble(pair))));
        }
        return Map.of("metadata", Map.of("name", name), "runs", runs);
    }
}
