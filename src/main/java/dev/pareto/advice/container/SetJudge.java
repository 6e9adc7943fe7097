package dev.pareto.advice.container;

import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.quantity.Figures;
import dev.pareto.source.TextEdit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides with what was seen whether a set may replace a list where it is asked, and whether that
/// pays.
final class SetJudge {
    private static final int LEAST_LENGTH = 8;
    private static final int LEAST_LOOKUPS_A_SET = 2;

    private final SetPlan plan;
    private final Evidence evidence;
    private final LookupsSeen seen;

    SetJudge(SetPlan plan, Evidence evidence) {
        this.plan = plan;
        this.evidence = evidence;
        seen = LookupsSeen.of(plan, evidence.observations());
    }

    Judgement judge() {
        if (seen.isNone()) {
            return new Judgement.Refused("the run with probes never came there");
        }
        if (seen.seen().stream().noneMatch(LookupsSeen::isSequence)) {
            return new Judgement.Irrelevant();
        }
        return seen.unsafe()
                .or(this::unsteady)
                .or(this::worthless)
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(this::offer);
    }

    private Optional<String> unsteady() {
        if (plan.steady() || plan.builtAt().isEmpty()) {
            return Optional.empty();
        }
        if (seen.changedSince() > 0) {
            return Optional.of(
                    "the list was changed after the set would have been made (%,d of %,d times)"
                            .formatted(seen.changedSince(), seen.comparedSince()));
        }
        return seen.isWholeSeen() && seen.stays() < seen.builds()
                ? Optional.of(
                        "of %,d lists only %,d were asked; nobody knows whether sets can be made of"
                                        .formatted(seen.builds(), seen.stays())
                                + " the others")
                : Optional.empty();
    }

    private Optional<String> worthless() {
        if (evidence.worth()
                .refuses(
                        seen.builds() > 0
                                && seen.lookups() < LEAST_LOOKUPS_A_SET * seen.builds())) {
            return Optional.of(
                    seen.lookups() <= seen.builds()
                            ? "asked once, so building a set would cost more than it saves"
                            : "asked %.1f times for each set, so building it would cost more than it saves"
                                    .formatted((double) seen.lookups() / seen.builds()));
        }
        return evidence.worth().refuses(seen.meanLength() < LEAST_LENGTH)
                ? Optional.of(
                        "the list has %s items on average, which are looked at as fast as a set"
                                .formatted(Figures.three(seen.meanLength())))
                : Optional.empty();
    }

    private Judgement offer() {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                Condition.seen("Items and probes can be hashed", seen.details(), seen.details()));
        if (!plan.steady() && seen.comparedSince() > 0) {
            conditions.add(
                    Condition.seen(
                            "The list stays the same while the set is asked",
                            seen.comparedSince(),
                            seen.comparedSince()));
        }
        conditions.addAll(plan.proofs());
        List<TextEdit> edits = new ArrayList<>(plan.edits());
        seen.reached().forEach(lookup -> edits.addAll(lookup.edits()));
        return new Judgement.Offer(
                plan.title(),
                seen.sentence(),
                seen.facts(),
                new LookupModel(plan, seen, evidence.seconds()).saving(),
                conditions,
                Map.of(plan.code().path(), edits),
                plan.whatCouldChange());
    }
}
