package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.profile.Observations;
import dev.pareto.profile.Question;
import dev.pareto.profile.ValueSeen;
import dev.pareto.quantity.Figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides with what was seen whether a loop may end at the first item for which its condition
/// holds, and whether that comes early enough.
final class FlagJudge {
    /// Nobody misses the items that are left of these.
    private static final Set<String> WHOLE =
            Set.of(
                    "bytes dict dict_items dict_keys dict_values frozenset list range set str tuple"
                            .split(" "));

    private static final Set<String> PLAIN =
            Set.of(
                    "NoneType",
                    "bool",
                    "bytes",
                    "float",
                    "int",
                    "str",
                    "dict",
                    "list",
                    "set",
                    "tuple",
                    "frozenset",
                    "range");

    /// Of the saving when the condition holds for items anywhere: they may all be late.
    private static final double LATE = 0.3;

    private final FlagLoop found;
    private final Code code;

    FlagJudge(FlagLoop found) {
        this.found = found;
        code = found.code();
    }

    Finding finding() {
        String key = code.path() + " " + found.loop().id();
        String subject = "An earlier end for the loop that sets `" + found.flag().name() + "`";
        Optional<String> reason = found.reason();
        if (reason.isPresent()) {
            return new Finding.Refused(key, subject, List.of(found.loop()), reason.get());
        }
        List<Question> questions =
                new ArrayList<>(
                        List.of(
                                code.reached(found.loop()),
                                code.reached(found.test()),
                                code.reached(found.set()),
                                code.value(found.loop().iterable())));
        found.compared().forEach(it -> questions.add(code.value(it)));
        return new Finding.Candidate(
                key,
                subject,
                List.of(found.loop()),
                Finding.Time.OWN,
                questions.stream().distinct().toList(),
                this::judge);
    }

    private Judgement judge(Evidence evidence) {
        Observations seen = evidence.observations();
        long loops = seen.reached(code.reached(found.loop()).id());
        long rounds = seen.reached(code.reached(found.test()).id());
        long hits = seen.reached(code.reached(found.set()).id());
        if (rounds == 0) {
            return new Judgement.Refused("the run with probes never came there");
        }
        return strange(seen)
                .or(() -> worthless(hits, loops, evidence))
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(() -> offer(loops, rounds, hits));
    }

    private Optional<String> strange(Observations seen) {
        Set<String> whole = types(seen, code.value(found.loop().iterable()));
        if (!WHOLE.containsAll(whole)) {
            whole.removeAll(WHOLE);
            return Optional.of(
                    "it goes through a %s, of which something would be left over"
                            .formatted(whole.iterator().next()));
        }
        Set<String> compared = new HashSet<>();
        found.compared().forEach(it -> compared.addAll(types(seen, code.value(it))));
        compared.removeAll(PLAIN);
        return compared.stream()
                .findFirst()
                .map(type -> "it compares a " + type + ", which may do so in its own way");
    }

    private static Set<String> types(Observations seen, Question.Value question) {
        return new HashSet<>(
                seen.value(question.id())
                        .map(ValueSeen::types)
                        .orElse(Map.of("value that was not seen", 1L))
                        .keySet());
    }

    private static Optional<String> worthless(long hits, long loops, Evidence evidence) {
        return evidence.worth().refuses(10 * hits < loops)
                ? Optional.of(
                        hits == 0
                                ? "its condition never held, so it has to look at all items"
                                : "its condition held %s times in %s loops, so it mostly has to look at all items"
                                        .formatted(Figures.count(hits), Figures.count(loops)))
                : Optional.empty();
    }

    private Judgement offer(long loops, long rounds, long hits) {
        // Of k items anywhere in a row, the first comes after 1 / (k + 1) of it on average.
        double each = (double) hits / Math.max(1, loops);
        double high = each < 1 ? each / 2 : each / (each + 1);
        double rest = 1 - 1.0 / Math.max(1, (double) rounds / Math.max(1, loops));
        return new Judgement.Offer(
                "End the loop at the first",
                "Its condition held %s times in %s rounds of %s loops; after the first, nothing changes."
                        .formatted(
                                Figures.count(hits), Figures.count(rounds), Figures.count(loops)),
                Map.of("loops", loops, "rounds", rounds, "hits", hits),
                Saving.between(LATE * Math.min(high, rest), Math.min(high, rest)),
                List.of(
                        Condition.proved("Setting it again changes nothing"),
                        Condition.proved("Looking at an item does nothing else"),
                        Condition.seen("All that is compared is plain", rounds, rounds)),
                Map.of(
                        code.path(),
                        List.of(new StatementEdits(code.source()).after(found.set(), "break"))),
                "An error that a later item would cause does not come any more.");
    }
}
