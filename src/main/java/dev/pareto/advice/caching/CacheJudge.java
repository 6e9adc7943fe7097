package dev.pareto.advice.caching;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Imports;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.CallsSeen;
import dev.pareto.profile.Question;
import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;
import dev.pareto.source.TextEdit;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Decides with the calls that were seen whether a cache is safe, and whether it pays.
final class CacheJudge {
    private static final double LEAST_REPEATED = 0.3;

    /// A cached function recurses through C: CPython 3.12 allows about 480 calls, others half of
    /// the usual.
    private static final int DEEPEST = 200;

    private static final int MOST_KEPT = 250_000;
    private static final long MOST_BYTES = 100_000_000;

    private static final Set<String> NUMBERS = Set.of("bool", "complex", "float", "int");

    private final Code code;
    private final FunctionDef function;
    private final Question question;
    private final Evidence evidence;

    CacheJudge(Code code, FunctionDef function, Question question, Evidence evidence) {
        this.code = code;
        this.function = function;
        this.question = question;
        this.evidence = evidence;
    }

    Judgement judge() {
        Optional<CallsSeen> found = evidence.observations().calls(question.id());
        if (found.isEmpty() || found.get().calls() == 0) {
            return new Judgement.Refused("the run with probes never called it");
        }
        CallsSeen seen = found.get();
        return unsafe(seen)
                .or(() -> worthless(seen))
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(() -> offer(seen));
    }

    private static Optional<String> unsafe(CallsSeen seen) {
        if (!seen.strangeArguments().isEmpty()) {
            return Optional.of(
                    "an argument is of type %s, which is not for certain the same when it is equal"
                            .formatted(any(seen.strangeArguments())));
        }
        if (!seen.strangeResults().isEmpty()) {
            return Optional.of(
                    "it returns an object of type %s, which all callers would share"
                            .formatted(any(seen.strangeResults())));
        }
        if (seen.unlike() > 0) {
            return Optional.of(
                    "the same arguments gave another result %,d times".formatted(seen.unlike()));
        }
        if (seen.mixed()) {
            return Optional.of("tuples hold equal numbers of different types (1 and 1.0)");
        }
        if (seen.minusZero()) {
            return Optional.of("an argument is -0.0, which a cache takes for 0.0");
        }
        return seen.deepest() > DEEPEST
                ? Optional.of(
                        "it calls itself %,d deep, and a cached function cannot on every Python"
                                .formatted(seen.deepest()))
                : Optional.empty();
    }

    private boolean isEnclosed() {
        return code.module().scopeOf(function) != code.module().moduleScope();
    }

    private static String any(Set<String> types) {
        return new TreeSet<>(types).getFirst().replaceFirst("^__main__\\.", "");
    }

    private Optional<String> worthless(CallsSeen seen) {
        if (seen.calls() == 1) {
            return Optional.of("called once");
        }
        if (seen.distinct() >= MOST_KEPT) {
            return Optional.of(
                    "it has more than %s different arguments, and a cache would keep them all"
                            .formatted(Figures.count(MOST_KEPT)));
        }
        if (seen.kept() > MOST_BYTES) {
            return Optional.of(
                    "a cache would keep about %,d MB of arguments and results"
                            .formatted(seen.kept() / 1_000_000));
        }
        double repeated = CacheModel.repeated(seen);
        if (evidence.worth().refuses(repeated < LEAST_REPEATED)) {
            return Optional.of(
                    repeated == 0
                            ? "called %s times, never twice with the same arguments"
                                    .formatted(Figures.count(seen.calls()))
                            : "only %s of its calls repeat earlier arguments"
                                    .formatted(new Share(repeated)));
        }
        Saving saving = new CacheModel(seen, evidence, isEnclosed()).saving();
        return evidence.worth().refuses(saving.low() + saving.high() <= 0)
                ? Optional.of("it is so quick that asking a cache would take as long")
                : Optional.empty();
    }

    private Judgement offer(CallsSeen seen) {
        boolean typed =
                seen.arguments().stream()
                        .anyMatch(types -> types.stream().filter(NUMBERS::contains).count() > 1);
        var cache = new Imports(code.module()).from("functools", "lru_cache");
        int start = function.span().start();
        String decorator =
                "@%s(maxsize=None%s)%s%s"
                        .formatted(
                                cache.name(),
                                typed ? ", typed=True" : "",
                                code.source().lineEnd(),
                                code.source().indentation(function.line()));
        List<TextEdit> edits = new ArrayList<>();
        cache.edit().ifPresent(edits::add);
        edits.add(TextEdit.insert(start, decorator));
        boolean recursive = seen.deepest() > 1;
        return new Judgement.Offer(
                "Cache the results",
                sentence(seen),
                Map.of(
                        "calls", seen.calls(),
                        "distinct", seen.distinct(),
                        "repeated", CacheModel.repeated(seen),
                        "depth", seen.deepest(),
                        "complete", evidence.observations().complete()),
                new CacheModel(seen, evidence, isEnclosed()).saving(),
                conditions(seen, recursive),
                Map.of(code.path(), edits),
                "It needs memory for the results, which are kept to the end."
                        + (recursive
                                ? " A cached function cannot call itself as deep as before: on some"
                                        + " Pythons about 450 calls."
                                : ""));
    }

    private static List<Condition> conditions(CallsSeen seen, boolean recursive) {
        List<Condition> all = new ArrayList<>();
        all.add(Condition.proved("It reads and changes nothing but its arguments"));
        all.add(
                Condition.seen(
                        "Arguments and results are of types that never change",
                        seen.keyed(),
                        seen.keyed()));
        all.add(
                Condition.seen(
                        "The same arguments give the same result",
                        seen.repeated(),
                        seen.repeated()));
        if (recursive) {
            all.add(new Condition("It does not call itself deep", seen.deepest() + " deep seen"));
        }
        return all;
    }

    /// "A probe saw 21,891 calls with 21 different arguments: 99.9 % repeat earlier ones."
    private String sentence(CallsSeen seen) {
        return "A probe saw %s%s calls with %s different arguments: %s of them repeat earlier ones."
                .formatted(
                        evidence.observations().complete() ? "" : "at least ",
                        Figures.count(seen.calls()),
                        Figures.count(seen.distinct()),
                        new Share(CacheModel.repeated(seen)));
    }
}
