package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.profile.ContentsSeen;
import dev.pareto.profile.MembershipSeen.Since;
import dev.pareto.profile.Question;
import dev.pareto.profile.TypeTrait;
import dev.pareto.quantity.Figures;
import dev.pareto.source.TextEdit;
import dev.pareto.source.tree.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One call that is made before a loop instead of inside.
final class InvariantPlan {
    private static final int LEAST_CALLS_A_LOOP = 2;

    private final Code code;
    private final RepeatedCall call;
    private final Statement loop;
    private final boolean proved;
    private final Question.Reached point;
    private final Question.Contents question;

    /// @param proved whether the source shows that nobody changes the container meanwhile
    InvariantPlan(Code code, RepeatedCall call, Statement loop, boolean proved) {
        this.code = code;
        this.call = call;
        this.loop = loop;
        this.proved = proved;
        point = code.reached(loop);
        question = code.contents(call.operand(), point);
    }

    Finding candidate(String subject) {
        return new Finding.Candidate(
                code.path() + " " + call.call().id(),
                subject,
                List.of(call.call()),
                Finding.Time.OWN,
                List.of(point, question),
                this::judge);
    }

    private Judgement judge(Evidence evidence) {
        Optional<ContentsSeen> found = evidence.observations().contents(question.id());
        if (found.isEmpty() || found.get().times() == 0) {
            return new Judgement.Refused("the run with probes never came there");
        }
        ContentsSeen seen = found.get();
        long loops = Math.max(1, evidence.observations().reached(point.id()));
        return unsafe(seen)
                .or(
                        () ->
                                evidence.worth().refuses(seen.times() < LEAST_CALLS_A_LOOP * loops)
                                        ? Optional.of(
                                                "it is computed %.1f times for each loop only"
                                                        .formatted((double) seen.times() / loops))
                                        : Optional.empty())
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(() -> offer(seen, loops, evidence));
    }

    private Optional<String> unsafe(ContentsSeen seen) {
        for (String type : seen.types()) {
            if (!RepeatedCall.STEADY_TYPES.contains(type)) {
                return Optional.of("it is of type " + type + ", which may give something else");
            }
        }
        if (seen.nan() && call.compares()) {
            return Optional.of("there is a NaN among the numbers");
        }
        for (var element : seen.elements().entrySet()) {
            TypeTrait trait = element.getValue();
            boolean plain = trait == TypeTrait.PLAIN || trait == TypeTrait.TUPLE;
            boolean matters =
                    call.compares()
                            || call.function().equals("set")
                            || call.function().equals("frozenset");
            if (matters && !plain) {
                return Optional.of(
                        "an element is of type %s, which may change"
                                .formatted(element.getKey().replaceFirst("^__main__\\.", "")));
            }
        }
        if (proved) {
            return Optional.empty();
        }
        Since since = seen.since().getOrDefault(point.id(), new Since(0, 0, 0, 0));
        if (since.changed() > 0) {
            return Optional.of(
                    "the container was changed inside the loop (%,d of %,d times)"
                            .formatted(since.changed(), since.compared()));
        }
        return seen.examined() < seen.times()
                ? Optional.of("it was not seen each time whether the container stays the same")
                : Optional.empty();
    }

    private Judgement offer(ContentsSeen seen, long loops, Evidence evidence) {
        String text = code.module().text(call.call());
        String operand = code.module().text(call.operand());
        String name = code.module().freshName(name());
        StatementEdits statements = new StatementEdits(code.source());
        long length = seen.length() / Math.max(1, seen.examined());
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                proved
                        ? Condition.proved("Nothing changes `" + operand + "`")
                        : Condition.seen(
                                "`" + operand + "` stays the same in the loop",
                                seen.examined(),
                                seen.times()));
        conditions.add(Condition.proved("Nothing changes or keeps what it gives"));
        return new Judgement.Offer(
                "Compute it before the loop",
                "Probes saw `%s` computed %s times in %s, for %s elements on average."
                        .formatted(
                                text,
                                Figures.count(seen.times()),
                                loops == 1 ? "one loop" : Figures.count(loops) + " loops",
                                Figures.count(length)),
                Map.of(
                        "times",
                        seen.times(),
                        "loops",
                        loops,
                        "length",
                        length,
                        "complete",
                        evidence.observations().complete()),
                saving(seen.times(), loops, length, evidence),
                conditions,
                Map.of(
                        code.path(),
                        List.of(
                                statements.before(loop, name + " = " + call.before(code)),
                                TextEdit.replace(call.call().span(), name))),
                proved
                        ? ""
                        : "Whoever changes the container while the loop runs would not be seen by"
                                + " it.");
    }

    private String name() {
        String function = call.function().equals("frozenset") ? "set" : call.function();
        return function + "_" + call.name().replaceFirst("^_+", "");
    }

    private Saving saving(long times, long loops, long length, Evidence evidence) {
        double repeated = 1 - (double) loops / times;
        double elements = (double) times * Math.max(1, length);
        Cost cost = Cost.of(call.function());
        double low = elements * cost.low();
        double high = elements * cost.high();
        double spent = Math.max(1e-9, evidence.seconds());
        // Of a run that ended early nobody knows how often the call was made.
        double most = evidence.observations().complete() ? high / spent : 1;
        return Saving.between(
                repeated * Math.min(0.9, low / spent), repeated * Math.min(0.99, most));
    }

    /// Seconds for one element: ranges over CPython 3.10 to 3.14 and plain types, found by timing.
    private record Cost(double low, double high) {
        static Cost of(String function) {
            return switch (function) {
                case "sorted" -> new Cost(8e-9, 500e-9);
                case "set", "frozenset" -> new Cost(8e-9, 80e-9);
                case "list", "tuple" -> new Cost(0.5e-9, 10e-9);
                default -> new Cost(4e-9, 80e-9);
            };
        }
    }
}
