package dev.pareto.advice;

import dev.pareto.profile.Question;

import java.util.List;

/// What rules found worth asking about in a profiled program. The questions go to a run with
/// probes; with its answers [Advisor#advise] makes the advice.
public final class AdvicePlan {
    private final List<Question> questions;

    AdvicePlan(List<Question> questions) {
        this.questions = List.copyOf(questions);
    }

    /// May be empty: then no run with probes is needed.
    public List<Question> questions() {
        return questions;
    }
}
