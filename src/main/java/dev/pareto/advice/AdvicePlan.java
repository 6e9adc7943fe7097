package dev.pareto.advice;

import dev.pareto.advice.rule.OwnCode;
import dev.pareto.profile.Question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What rules found worth asking about in a profiled program. The questions go to a run with
/// probes; with its answers [Advisor#advise] makes the advice.
public final class AdvicePlan {
    private final OwnCode own;
    private final Heat heat;
    private final List<Case> cases;
    private final List<Refusal> refused;
    private final List<Question> questions;

    /// @param cases to be decided by what a run shows; @param refused by the source alone
    AdvicePlan(OwnCode own, Heat heat, List<Case> cases, List<Refusal> refused) {
        this.own = own;
        this.heat = heat;
        this.cases = List.copyOf(cases);
        this.refused = List.copyOf(refused);
        this.questions = merged(this.cases);
    }

    /// May be empty: then no run with probes is needed.
    public List<Question> questions() {
        return questions;
    }

    OwnCode own() {
        return own;
    }

    Heat heat() {
        return heat;
    }

    List<Case> cases() {
        return cases;
    }

    List<Refusal> refused() {
        return refused;
    }

    /// Each question once, though several rules ask it: then with the points of all.
    private static List<Question> merged(List<Case> cases) {
        Map<String, Question> byId = new LinkedHashMap<>();
        cases.stream()
                .flatMap(one -> one.candidate().questions().stream())
                .forEach(question -> byId.merge(question.id(), question, AdvicePlan::both));
        return List.copyOf(byId.values());
    }

    private static Question both(Question one, Question other) {
        if (one instanceof Question.Membership(var id, var place, var points)
                && other instanceof Question.Membership(_, _, var more)) {
            Set<String> all = new LinkedHashSet<>(points);
            all.addAll(more);
            return new Question.Membership(id, place, new ArrayList<>(all));
        }
        return one;
    }
}
