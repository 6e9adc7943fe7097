package dev.pareto.advice.compile;

import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.ValueSeen;
import dev.pareto.quantity.WallTime;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.BinOp;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Decides with the numbers that were seen whether NumPy gives the same, and sooner.
final class NumpyJudge {
    /// What an import takes where it could not be measured.
    private static final double IMPORT_SECONDS = 0.12;

    private static final Set<String> SEQUENCES = Set.of("list", "tuple");

    private final NumericLoop loop;
    private final Leaves leaves;
    private final Statement before;
    private final Evidence evidence;
    private final Map<String, NumberKind> kinds = new HashMap<>();
    private int bits;
    private long looked;

    NumpyJudge(NumericLoop loop, Leaves leaves, Statement before, Evidence evidence) {
        this.loop = loop;
        this.leaves = leaves;
        this.before = before;
        this.evidence = evidence;
    }

    Judgement judge() {
        Optional<String> reason = numbers();
        if (reason.isPresent()) {
            return new Judgement.Refused(reason.get());
        }
        Optional<NumpyFix> found = NumpyFix.of(loop, kinds);
        if (found.isEmpty()) {
            return new Judgement.Refused(
                    "too many numbers are multiplied: the products could pass 2⁶³, where Python goes"
                            + " on and NumPy does not");
        }
        NumpyFix fix = found.get();
        if (fix.problem().isPresent()) {
            return fix.isForeign()
                    ? new Judgement.Irrelevant()
                    : new Judgement.Refused(fix.problem().get());
        }
        if (evidence.worth().refuses(bits > fix.bits())) {
            return new Judgement.Refused(
                    "it reads numbers of up to %d bits, and with more than %d what it computes could pass 2⁶³, where Python goes on and NumPy does not"
                            .formatted(bits, fix.bits()));
        }
        return offer(fix);
    }

    /// Finds the kind of everything that is read.
    private Optional<String> numbers() {
        for (var list : leaves.lists().entrySet()) {
            Optional<String> reason = number(list.getKey(), list.getValue()).or(() -> held(list));
            if (reason.isPresent()) {
                return reason;
            }
        }
        for (var scalar : leaves.scalars().entrySet()) {
            Optional<String> reason = number(scalar.getKey(), scalar.getValue());
            if (reason.isPresent()) {
                return reason;
            }
        }
        leaves.index(loop)
                .flatMap(it -> evidence.observations().value(loop.code().number(it).id()))
                .ifPresent(seen -> bits = Math.max(bits, seen.bits()));
        return Optional.empty();
    }

    private Optional<String> number(String name, Expression read) {
        Optional<ValueSeen> seen = evidence.observations().value(loop.code().number(read).id());
        if (seen.isEmpty() || seen.get().types().isEmpty()) {
            return Optional.of("the run with probes saw no value of " + loop.module().text(read));
        }
        Set<String> types = seen.get().types().keySet();
        if (!types.equals(Set.of("int")) && !types.equals(Set.of("float"))) {
            return Optional.of(
                    "%s was %s, and only numbers of one kind give the same in NumPy"
                            .formatted(
                                    loop.module().text(read),
                                    String.join(" and ", types.stream().sorted().toList())));
        }
        if (seen.get().nan()) {
            return Optional.of("there is a NaN among the numbers");
        }
        bits = Math.max(bits, seen.get().bits());
        looked += seen.get().times();
        kinds.put(name, types.contains("int") ? NumberKind.INT : NumberKind.FLOAT);
        return Optional.empty();
    }

    /// An array is made of lists and tuples only.
    private Optional<String> held(Map.Entry<String, Expression> list) {
        if (!(list.getValue() instanceof Subscript item)) {
            return Optional.empty();
        }
        return evidence.observations()
                .value(loop.code().value(item.value()).id())
                .filter(seen -> !SEQUENCES.containsAll(seen.types().keySet()))
                .map(_ -> "`" + list.getKey() + "` is no list");
    }

    private long reached(Statement statement) {
        return evidence.observations().reached(loop.code().reached(statement).id());
    }

    private Judgement offer(NumpyFix fix) {
        long items = reached(loop.loop().body().getFirst());
        long runs = reached(loop.loop());
        if (evidence.worth().refuses(items < NumpyFix.FEW * runs)) {
            return new Judgement.Refused(
                    "it goes through %,d items at a time; below a thousand the calls of NumPy cost as much as the loop"
                            .formatted(items / Math.max(1, runs)));
        }
        Optional<WallTime> imported = evidence.packages().importTime("numpy");
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                Condition.seen(
                        "Only %s, none beyond 2 to the power of %d"
                                .formatted(
                                        kinds.containsValue(NumberKind.FLOAT)
                                                ? "floats or whole numbers, each for itself"
                                                : "whole numbers",
                                        fix.bits()),
                        looked,
                        looked));
        conditions.add(
                Condition.proved("Other numbers, and few of them, still go through the loop"));
        conditions.add(Condition.proved("Nothing changes the numbers before they are used"));
        return new Judgement.Offer(
                "Compute with NumPy arrays",
                "It went through %,d numbers in %,d %s."
                        .formatted(items, runs, runs == 1 ? "run" : "runs"),
                Map.of(
                        "numbers",
                        items,
                        "runs",
                        runs,
                        "bits",
                        (long) bits,
                        "complete",
                        evidence.observations().complete()),
                saving(fix, items, runs, imported),
                conditions,
                Map.of(loop.code().path(), fix.edits(before)),
                "The program needs NumPy wherever it runs, and starts later by its import (about %s)."
                        .formatted(imported.orElse(new WallTime(IMPORT_SECONDS))),
                imported.isPresent() ? List.of() : List.of("numpy"));
    }

    private Saving saving(NumpyFix fix, long items, long runs, Optional<WallTime> imported) {
        double seconds = evidence.seconds();
        if (seconds <= 0) {
            return new Saving(0, 0);
        }
        double all = items;
        double factor = 1;
        int operators = operators();
        if (!evidence.observations().complete()) {
            // The run with probes was ended before the program's own end.
            all = Math.max((double) items, seconds / ((14 + 13.0 * operators) * 1e-9));
            factor = all / Math.max(1, items);
        }
        double length =
                leaves.lists().values().stream()
                        .mapToDouble(read -> length(read, items, runs))
                        .sum();
        boolean there = loop.code().own().modules().stream().anyMatch(NumpyJudge::importsNumpy);
        double start = there ? 0 : imported.map(WallTime::seconds).orElse(IMPORT_SECONDS);
        return new NumpyModel(
                        all,
                        Math.max(1, runs * factor),
                        Math.max(1, reached(before) * factor),
                        length,
                        seconds,
                        start)
                .saving(fix, operators);
    }

    private double length(Expression read, long items, long runs) {
        Expression list = read instanceof Subscript item ? item.value() : loop.loop().iterable();
        return evidence.observations()
                .value(loop.code().value(list).id())
                .filter(seen -> seen.length() > 0)
                .map(seen -> (double) seen.length() / Math.max(1, seen.times()))
                .orElse((double) items / Math.max(1, runs));
    }

    private int operators() {
        return (int)
                loop.loop().body().stream()
                        .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                        .filter(NumpyJudge::isOperator)
                        .count();
    }

    private static boolean isOperator(Node node) {
        return switch (node) {
            case BinOp _, Compare _, Subscript _, Call _ -> true;
            case Statement.AugAssign _, Statement.Assign _ -> true;
            default -> false;
        };
    }

    private static boolean importsNumpy(ParsedModule module) {
        return module.nodes()
                .anyMatch(
                        node ->
                                switch (node) {
                                    case Statement.Import it ->
                                            it.names().stream()
                                                    .anyMatch(name -> name.name().equals("numpy"));
                                    case Statement.ImportFrom it -> "numpy".equals(it.module());
                                    default -> false;
                                });
    }
}
