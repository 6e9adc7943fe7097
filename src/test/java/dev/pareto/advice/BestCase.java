package dev.pareto.advice;

import dev.pareto.profile.AwaitedSeen;
import dev.pareto.profile.CallsSeen;
import dev.pareto.profile.ContentsSeen;
import dev.pareto.profile.JoinSeen;
import dev.pareto.profile.MembershipSeen;
import dev.pareto.profile.Observation;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ReachedSeen;
import dev.pareto.profile.TypeTrait;
import dev.pareto.profile.ValueSeen;
import dev.pareto.quantity.WallTime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The answers that every rule hopes for, so that rules make their fixes for code that is not run.
final class BestCase {
    private BestCase() {}

    static Observations of(List<Question> questions) {
        Map<String, Observation> seen = new HashMap<>();
        questions.forEach(question -> seen.put(question.id(), answer(question)));
        return new Observations(seen, true, 1, List.of());
    }

    private static Observation answer(Question question) {
        return switch (question) {
            case Question.Reached it -> new ReachedSeen(it.id().startsWith("begun ") ? 1000 : 1);
            case Question.Awaited _ ->
                    new AwaitedSeen(1000, new WallTime(0.02), new WallTime(0.02));
            case Question.Membership it -> membership(it);
            case Question.Value it when it.id().startsWith("object ") ->
                    new ValueSeen(
                            1000,
                            64,
                            0,
                            Map.of("main." + it.id().split(" ", -1)[1], 1000L),
                            0,
                            0,
                            false,
                            0);
            case Question.Value it when it.id().startsWith("text ") ->
                    new ValueSeen(1000, 64, 1000, Map.of("str", 1000L), 64, 10, false, 0);
            case Question.Value it when it.id().startsWith("number ") ->
                    new ValueSeen(1000, 64, 0, Map.of("int", 1000L), 64, 5, false, 10);
            case Question.Value _ ->
                    new ValueSeen(1000, 64, 1000, Map.of("list", 1000L), 64, 10, false, 0);
            case Question.Calls _ -> calls();
            case Question.Contents it -> contents(it);
            case Question.Join it -> join(it);
        };
    }

    private static JoinSeen join(Question.Join question) {
        Map<String, MembershipSeen.Since> since = new HashMap<>();
        question.points()
                .forEach(point -> since.put(point, new MembershipSeen.Since(1, 1000, 0, 1000)));
        var strings = Map.of("str", TypeTrait.PLAIN);
        return new JoinSeen(
                1000,
                1000,
                1000,
                1000,
                1,
                0,
                Set.of("list"),
                Set.of("tuple"),
                strings,
                strings,
                false,
                since);
    }

    private static ContentsSeen contents(Question.Contents question) {
        Map<String, MembershipSeen.Since> since = new HashMap<>();
        question.points()
                .forEach(point -> since.put(point, new MembershipSeen.Since(1, 1000, 0, 1000)));
        return new ContentsSeen(
                1000,
                1000,
                1_000_000,
                Set.of("list"),
                Map.of("str", TypeTrait.PLAIN),
                false,
                since);
    }

    private static CallsSeen calls() {
        Set<String> ints = Set.of("int");
        return new CallsSeen(
                1000,
                1000,
                990,
                10,
                1,
                1,
                100,
                0,
                1,
                List.of(ints),
                Set.of(),
                Set.of(),
                ints,
                Map.of(1000, 10L),
                false,
                false);
    }

    private static MembershipSeen membership(Question.Membership question) {
        Map<String, MembershipSeen.Since> since = new HashMap<>();
        question.points()
                .forEach(point -> since.put(point, new MembershipSeen.Since(1, 1000, 0, 1000)));
        var strings = Map.of("str", TypeTrait.PLAIN);
        return new MembershipSeen(
                1000,
                1000,
                1000,
                0,
                1000,
                1000,
                1000,
                Map.of(10, 1000L),
                0,
                999,
                0,
                1,
                Map.of("list", 1000L),
                strings,
                strings,
                false,
                since);
    }
}
