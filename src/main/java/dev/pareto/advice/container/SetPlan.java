package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.profile.Question;
import dev.pareto.source.TextEdit;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Statement;

import java.util.ArrayList;
import java.util.List;

/// What is to be done at which places, when the evidence allows it.
///
/// @param key the same for all lookups that this fix is about
/// @param lookups those that may ask the set; each is changed only if the run came there
/// @param edits that make the set and keep it up
/// @param builtAt statements at which the set is made of all items; empty where it never is
/// @param proofs conditions that the source shows
/// @param steady how the source shows that nobody else changes the list; false when it must be
///   observed from `builtAt` on
record SetPlan(
        Code code,
        String key,
        String title,
        List<Lookup> lookups,
        List<TextEdit> edits,
        List<Statement> builtAt,
        List<Condition> proofs,
        boolean steady,
        String whatCouldChange)
        implements SetFix {
    SetPlan {
        lookups = List.copyOf(lookups);
        edits = List.copyOf(edits);
        builtAt = List.copyOf(builtAt);
        proofs = List.copyOf(proofs);
    }

    /// One `in`, and the edit that lets it ask the set.
    record Lookup(Compare comparison, List<TextEdit> edits) {}

    Question.Membership question(Lookup lookup) {
        return code.membership(lookup.comparison(), points());
    }

    List<Question.Reached> points() {
        return builtAt.stream().map(code::reached).toList();
    }

    Finding candidate(String subject) {
        List<Question> questions = new ArrayList<>(points());
        lookups.stream().map(this::question).forEach(questions::add);
        return new Finding.Candidate(
                key,
                subject,
                List.copyOf(lookups.stream().map(Lookup::comparison).toList()),
                Finding.Time.OWN,
                questions,
                evidence -> new SetJudge(this, evidence).judge());
    }
}
