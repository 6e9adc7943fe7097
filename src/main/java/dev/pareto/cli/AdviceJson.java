package dev.pareto.cli;

import dev.pareto.advice.Advice;
import dev.pareto.advice.MemoryGain;
import dev.pareto.advice.Refusal;
import dev.pareto.advice.Suggestion;

import java.util.LinkedHashMap;
import java.util.Map;

/// `pareto.advice/1`.
final class AdviceJson {
    private AdviceJson() {}

    static Map<String, Object> of(Advice advice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "pareto.advice/1");
        json.put("suggestions", advice.suggestions().stream().map(AdviceJson::suggestion).toList());
        json.put("refused", advice.refused().stream().map(AdviceJson::refusal).toList());
        return json;
    }

    static Map<String, Object> suggestion(Suggestion suggestion) {
        Map<String, Object> predicted = new LinkedHashMap<>();
        predicted.put("low", suggestion.predicted().low().value());
        predicted.put("high", suggestion.predicted().high().value());
        predicted.put("limit", suggestion.limit().value());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", suggestion.id());
        json.put("rule", suggestion.rule());
        json.put("title", suggestion.title());
        json.put("file", suggestion.file());
        json.put("line", suggestion.line());
        json.put("share", suggestion.share().fraction());
        json.put("evidence", suggestion.evidence());
        json.put("sentence", suggestion.sentence());
        json.put("predicted", predicted);
        json.put("saves_s", suggestion.saves().seconds());
        MemoryGain memory = suggestion.memory();
        json.put("memory", memory == null ? null : memory(memory));
        json.put(
                "safety",
                suggestion.safety().stream()
                        .map(
                                s ->
                                        Map.of(
                                                "condition", s.condition(),
                                                "established", s.established()))
                        .toList());
        json.put("what_could_change", suggestion.whatCouldChange());
        json.put("missing", suggestion.missing());
        json.put("diff", suggestion.diff());
        return json;
    }

    private static Map<String, Object> memory(MemoryGain memory) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("peak", memory.peak().count());
        json.put("low", memory.low().count());
        json.put("high", memory.high().count());
        return json;
    }

    private static Map<String, Object> refusal(Refusal refusal) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", refusal.rule());
        json.put("file", refusal.file());
        json.put("line", refusal.line());
        json.put("subject", refusal.subject());
        json.put("reason", refusal.reason());
        return json;
    }
}
