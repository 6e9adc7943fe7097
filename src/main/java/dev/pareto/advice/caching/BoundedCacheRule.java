package dev.pareto.advice.caching;

import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Rule;
import dev.pareto.advice.rule.Saving;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.profile.CallsSeen;
import dev.pareto.profile.Question;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A dict at the top of a file keeps every result of a function, and never lets one go: with each
/// new argument the program needs more memory. The oldest results give way to new ones.
public final class BoundedCacheRule implements Rule {
    /// Results computed again, for each call.
    private static final double MOST_AGAIN = 0.01;

    /// Of what is dropped; some of it lies between what stays.
    private static final double LEAST_FREED = 0.7;

    /// A bound that is not much smaller than what was kept gains nothing.
    private static final double MOST_KEPT = 0.5;

    private static final Set<String> NUMBERS = Set.of("bool", "complex", "float", "int");

    @Override
    public String id() {
        return "bounded-cache";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        return node instanceof FunctionDef function
                ? Memo.of(function, code).map(memo -> of(memo, code))
                : Optional.empty();
    }

    private static Finding of(Memo memo, Code code) {
        String key = code.path() + " " + memo.dict().name() + " " + memo.function().id();
        String subject = "Bound for `" + memo.dict().name() + "`";
        List<Node> places = List.of(memo.function());
        Optional<String> reason = memo.reason();
        if (reason.isPresent()) {
            return new Finding.Refused(key, subject, places, Finding.Time.MEMORY, reason.get());
        }
        var question = code.calls(memo.function());
        return new Finding.Candidate(
                key,
                subject,
                places,
                Finding.Time.MEMORY,
                List.of(question),
                evidence -> judge(memo, question, evidence));
    }

    private static Judgement judge(Memo memo, Question question, Evidence evidence) {
        Optional<CallsSeen> found = evidence.observations().calls(question.id());
        if (found.isEmpty() || found.get().calls() == 0) {
            return new Judgement.Refused("the run with probes never called it");
        }
        CallsSeen seen = found.get();
        return unsafe(seen)
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(() -> bounded(memo, seen, evidence));
    }

    private static Optional<String> unsafe(CallsSeen seen) {
        if (!seen.strangeArguments().isEmpty()) {
            return Optional.of(
                    "an argument is of type %s, which is not for certain the same when it is equal"
                            .formatted(any(seen.strangeArguments())));
        }
        if (!seen.strangeResults().isEmpty()) {
            return Optional.of(
                    "it returns an object of type %s, which callers share as long as it is kept"
                            .formatted(any(seen.strangeResults())));
        }
        if (seen.deepest() > 1) {
            return Optional.of("the function calls itself, and may need again what is dropped");
        }
        if (seen.unlike() > 0) {
            return Optional.of(
                    "the same arguments gave another result %,d times".formatted(seen.unlike()));
        }
        boolean several =
                seen.arguments().stream()
                        .anyMatch(types -> types.stream().filter(NUMBERS::contains).count() > 1);
        return several || seen.mixed() || seen.minusZero()
                ? Optional.of("arguments are equal numbers of different kinds at times (1 and 1.0)")
                : Optional.empty();
    }

    private static String any(Set<String> types) {
        return new TreeSet<>(types).getFirst().replaceFirst("^__main__\\.", "");
    }

    /// Takes the smallest bound with which hardly anything is computed again.
    private static Judgement bounded(Memo memo, CallsSeen seen, Evidence evidence) {
        for (var size : new TreeMap<>(seen.entries()).entrySet()) {
            long again = size.getValue() - seen.distinct();
            boolean little = size.getKey() <= MOST_KEPT * seen.distinct();
            if (evidence.worth().refuses(!little)) {
                return new Judgement.Refused(
                        again > 0 || size.getKey() > 1000
                                ? "results are asked for again that were kept for long"
                                : "it keeps %s results only"
                                        .formatted(Figures.count(seen.distinct())));
            }
            if (!evidence.worth().refuses(again > MOST_AGAIN * seen.keyed())) {
                return offer(memo, seen, size.getKey(), again, evidence);
            }
        }
        return new Judgement.Refused("results are asked for again that were kept for long");
    }

    private static Judgement offer(
            Memo memo, CallsSeen seen, int size, long again, Evidence evidence) {
        Code code = memo.code();
        String name = memo.dict().name();
        String indentation = code.source().indentation(memo.store().line());
        String bound =
                "if len(%s) > %d:%s%s%sdel %s[next(iter(%s))]"
                        .formatted(
                                name,
                                size,
                                code.source().lineEnd(),
                                indentation,
                                new BlockEdits(code.module()).unit(),
                                name,
                                name);
        double dropped = Math.max(0, 1 - (double) size / Math.max(1, seen.distinct()));
        return new Judgement.Offer(
                "Let the oldest results go",
                ("A probe saw %s%s calls with %s different arguments, all of whose results are"
                                + " kept. If %s were kept, %s of the calls would be computed again.")
                        .formatted(
                                evidence.observations().complete() ? "" : "at least ",
                                Figures.count(seen.calls()),
                                Figures.count(seen.distinct()),
                                Figures.count(size),
                                new Share((double) Math.max(0, again) / Math.max(1, seen.keyed()))),
                Map.of(
                        "calls", seen.calls(),
                        "distinct", seen.distinct(),
                        "bound", size,
                        "again", again,
                        "complete", evidence.observations().complete()),
                new Saving(LEAST_FREED * dropped, dropped),
                List.of(
                        Condition.proved("`" + name + "` is used in one function only, as a memo"),
                        Condition.proved(
                                "What is dropped can be computed again from the arguments"),
                        Condition.seen(
                                "Arguments and results are of types that never change",
                                seen.keyed(),
                                seen.keyed()),
                        Condition.seen(
                                "The same arguments give the same result",
                                seen.repeated(),
                                seen.repeated())),
                Map.of(
                        code.path(),
                        List.of(new StatementEdits(code.source()).follow(memo.store(), bound))),
                "A program that asks for old results more often than this one computes them"
                        + " again.");
    }
}
