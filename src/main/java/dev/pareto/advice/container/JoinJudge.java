package dev.pareto.advice.container;

import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.JoinSeen;
import dev.pareto.profile.MembershipSeen.Since;
import dev.pareto.profile.TypeTrait;
import dev.pareto.quantity.Figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Decides with what was seen whether an index may be asked instead of a list, and whether that
/// pays.
final class JoinJudge {
    private static final int LEAST_LENGTH = 8;
    private static final int LEAST_SEARCHES = 2;
    private static final Set<String> SEQUENCES = Set.of("list", "tuple");
    private static final Set<String> UNCHANGING = Set.of("tuple", "str");

    private final JoinPlan plan;
    private final Evidence evidence;

    JoinJudge(JoinPlan plan, Evidence evidence) {
        this.plan = plan;
        this.evidence = evidence;
    }

    Judgement judge() {
        Optional<JoinSeen> found = evidence.observations().join(plan.question().id());
        if (found.isEmpty() || found.get().times() == 0) {
            return new Judgement.Refused("the run with probes never came there");
        }
        JoinSeen seen = found.get();
        long builds = Math.max(1, evidence.observations().reached(plan.point().id()));
        return unsafe(seen)
                .or(() -> unsteady(seen))
                .or(() -> worthless(seen, builds))
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(() -> offer(seen, builds));
    }

    private Optional<String> unsafe(JoinSeen seen) {
        for (String type : new TreeSet<>(seen.containers())) {
            if (!SEQUENCES.contains(type)) {
                return Optional.of(
                        "it goes through an object of type %s, not a list".formatted(plain(type)));
            }
        }
        if (seen.unreadable() > 0) {
            return Optional.of(
                    "a key is not there at times, or a method of the program computes it");
        }
        return strange(seen.keys(), "a key")
                .or(() -> strange(seen.sought(), "what is looked for"))
                .or(
                        () ->
                                seen.nan()
                                        ? Optional.of(
                                                "there is a NaN among the keys, which does not"
                                                        + " equal itself")
                                        : Optional.empty());
    }

    private static Optional<String> strange(Map<String, TypeTrait> types, String whose) {
        for (var type : new TreeMap<>(types).entrySet()) {
            if (type.getValue() == TypeTrait.UNHASHABLE) {
                return Optional.of(
                        "%s is of type %s, which cannot be the key of a dict"
                                .formatted(whose, plain(type.getKey())));
            }
            if (type.getValue() == TypeTrait.CUSTOM) {
                return Optional.of(
                        "%s is of type %s, which has its own idea of being equal"
                                .formatted(whose, plain(type.getKey())));
            }
        }
        return Optional.empty();
    }

    private static String plain(String type) {
        return type.replaceFirst("^__main__\\.", "");
    }

    private Optional<String> unsteady(JoinSeen seen) {
        String elements = plan.elements();
        if (elements != null && !UNCHANGING.containsAll(seen.items())) {
            return Optional.of(elements);
        }
        Since since = since(seen);
        return since.changed() > 0
                ? Optional.of(
                        "items or keys were changed inside the loop (%,d of %,d times)"
                                .formatted(since.changed(), since.compared()))
                : Optional.empty();
    }

    private Since since(JoinSeen seen) {
        return seen.since().getOrDefault(plan.point().id(), new Since(0, 0, 0, 0));
    }

    private Optional<String> worthless(JoinSeen seen, long builds) {
        if (evidence.worth()
                .refuses(
                        evidence.observations().complete()
                                && seen.times() < LEAST_SEARCHES * builds)) {
            return Optional.of(
                    "searched %.1f times for each index, so making it would cost more than it saves"
                            .formatted((double) seen.times() / builds));
        }
        if (evidence.worth().refuses(seen.meanLength() < LEAST_LENGTH)) {
            return Optional.of(
                    "it goes through %s items on average, which is as fast as an index"
                            .formatted(Figures.three(seen.meanLength())));
        }
        Saving saving = model(seen, builds).saving();
        return evidence.worth().refuses(saving.low() + saving.high() <= 0)
                ? Optional.of(
                        "what it looks for stands so near to the front that an index would cost"
                                + " more")
                : Optional.empty();
    }

    private JoinModel model(JoinSeen seen, long builds) {
        return new JoinModel(
                seen,
                builds,
                evidence.observations().complete(),
                evidence.seconds(),
                plan.search().first(),
                new WorkBeside(plan.code()).of(plan.search()));
    }

    private Judgement offer(JoinSeen seen, long builds) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                Condition.seen(
                        "Each item has a key, and it can be hashed",
                        seen.details(),
                        seen.details()));
        long compared = since(seen).compared();
        if (compared > 0) {
            conditions.add(
                    Condition.seen(
                            "Items and keys stay the same while the index is asked",
                            compared,
                            compared));
        }
        conditions.add(
                Condition.proved(
                        plan.proved()
                                ? "Nothing changes the list or the keys inside the loop"
                                : "Nothing in the source sets the keys inside the loop"));
        conditions.add(Condition.proved("Items with the same key keep their order"));
        return new Judgement.Offer(
                "Make an index before the loop",
                sentence(seen),
                Map.of(
                        "searches", seen.times(),
                        "length", Math.round(seen.meanLength()),
                        "matches", seen.meanMatches(),
                        "indexes", builds,
                        "complete", evidence.observations().complete()),
                model(seen, builds).saving(),
                conditions,
                Map.of(plan.code().path(), new IndexEdits(plan).edits()),
                "It needs memory for the index: a dict entry and a list for each different key."
                        + " Every key is read before the loop, not only those up to a match.");
    }

    private String sentence(JoinSeen seen) {
        return "A probe saw it go %s%s times through %s items on average, of which %s had the key."
                .formatted(
                        evidence.observations().complete() ? "" : "at least ",
                        Figures.count(seen.times()),
                        Figures.count(Math.round(seen.meanLength())),
                        Figures.three(seen.meanMatches()));
    }
}
