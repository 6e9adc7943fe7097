package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.profile.Question;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// An index for one search, made before one statement that repeats it.
///
/// @param container what is searched, as it stands there
/// @param proved whether the source shows that nobody changes the container meanwhile
/// @param elements why elements of the items may be set meanwhile; null when they cannot
record JoinPlan(
        Code code,
        KeySearch search,
        String container,
        Statement loop,
        boolean proved,
        @Nullable String elements) {

    Question.Reached point() {
        return code.reached(loop);
    }

    Question.Join question() {
        Question.Join plain = code.join(search.iterable(), search.key(), search.sought(), point());
        return new Question.Join(
                plain.id(),
                plain.place(),
                plain.points(),
                plain.root(),
                search.keySteps(),
                plain.sought());
    }

    Finding candidate(String key, String subject, List<Node> places) {
        return new Finding.Candidate(
                key,
                subject,
                places,
                Finding.Time.OWN,
                List.of(point(), question()),
                evidence -> new JoinJudge(this, evidence).judge());
    }
}
