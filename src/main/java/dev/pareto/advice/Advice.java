package dev.pareto.advice;

import java.util.List;

/// All advice for one profile: suggestions by predicted seconds saved, and what was refused.
public record Advice(List<Suggestion> suggestions, List<Refusal> refused) {
    public Advice {
        suggestions = List.copyOf(suggestions);
        refused = List.copyOf(refused);
    }
}
