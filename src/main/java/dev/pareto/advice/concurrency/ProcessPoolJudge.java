package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Imports;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.Observations;
import dev.pareto.profile.ValueSeen;
import dev.pareto.quantity.Figures;
import dev.pareto.source.TextEdit;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides with what was seen whether a pool of processes pays: the work must be long, and what is
/// sent to and fro small and plain.
final class ProcessPoolJudge {
    private static final double LEAST_SECONDS = 1;
    private static final double MOST_WAITING = 0.3;
    private static final double LEAST_WORK_FOR_COPYING = 10;

    /// Writing, sending and reading one byte; one chunk more.
    private static final double SECONDS_A_BYTE = 2e-8;

    private static final double SECONDS_A_CHUNK = 2e-4;

    /// Starting the processes: they fork, or import the program again.
    private static final double LEAST_START = 0.05;

    private static final double MOST_START = 0.4;

    /// Whole rounds of chunks leave some processors without work at the end.
    private static final int CHUNKS = 32;

    private final LoopPiece.Found found;
    private final Items items;
    private final Code code;
    private final Evidence evidence;
    private final Observations seen;

    ProcessPoolJudge(LoopPiece.Found found, Items items, Code code, Evidence evidence) {
        this.found = found;
        this.items = items;
        this.code = code;
        this.evidence = evidence;
        seen = evidence.observations();
    }

    Judgement judge() {
        Optional<ValueSeen> results = seen.value(code.value(found.piece()).id());
        if (results.isEmpty()) {
            return new Judgement.Refused("the run with probes never came there");
        }
        long loops = Math.max(1, seen.reached(code.reached(found.whole()).id()));
        long trips = trips(results.get(), loops);
        int chunk = Math.clamp(trips / loops / CHUNKS, 1, 1000);
        return items.reason(seen, code, results.get().times())
                .or(() -> notPlain(results.get()))
                .or(() -> unprofitable(results.get(), trips, loops, chunk))
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(() -> offer(trips, loops, chunk));
    }

    /// A run that was cut off saw the items, but not all calls.
    private long trips(ValueSeen results, long loops) {
        long known =
                items.asked().size() == 1 && loops == 1
                        ? value(items.asked().getFirst()).map(ValueSeen::length).orElse(0L)
                        : 0;
        return Math.max(known, results.times());
    }

    private Optional<ValueSeen> value(Expression expression) {
        return seen.value(code.value(expression).id());
    }

    private Optional<String> notPlain(ValueSeen results) {
        if (results.copied() < results.details()) {
            return Optional.of("its results are not plain values that can be copied");
        }
        List<Expression> given = new ArrayList<>(items.asked());
        ProcessPoolRule.others(found, items).stream()
                .filter(Name.class::isInstance)
                .forEach(given::add);
        for (Expression each : given) {
            boolean plain =
                    value(each)
                            .filter(
                                    it ->
                                            it.copied() == it.details()
                                                    || it.types().keySet().equals(Set.of("range")))
                            .isPresent();
            if (!plain) {
                return Optional.of(
                        "`%s` does not consist of plain values that can be copied"
                                .formatted(code.module().text(each)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> unprofitable(ValueSeen results, long trips, long loops, int chunk) {
        double seconds = evidence.seconds() / loops;
        if (evidence.worth().refuses(evidence.waiting() > MOST_WAITING)) {
            return Optional.of("it mostly waits, which threads can do together at less cost");
        }
        if (evidence.worth().refuses(processors() < 2)) {
            return Optional.of("this machine has one processor");
        }
        if (evidence.worth().refuses(trips < 2 * loops)) {
            return Optional.of("it is called once, so there is nothing to share");
        }
        if (evidence.worth().refuses(seconds < LEAST_SECONDS)) {
            return Optional.of(
                    "each loop takes %s s, and starting processes takes about as long"
                            .formatted(Figures.three(seconds)));
        }
        double copying = copying(results, (double) trips / loops, chunk);
        return evidence.worth().refuses(seconds < LEAST_WORK_FOR_COPYING * copying)
                ? Optional.of(
                        "copying its arguments and results takes about %s of %s s"
                                .formatted(Figures.three(copying), Figures.three(seconds)))
                : Optional.empty();
    }

    private double copying(ValueSeen results, double calls, int chunk) {
        double bytes = calls * results.meanBytes();
        for (Expression each : items.asked()) {
            bytes += value(each).map(ValueSeen::meanBytes).orElse(0.0);
        }
        for (Expression each : ProcessPoolRule.others(found, items)) {
            bytes += calls * value(each).map(ValueSeen::meanBytes).orElse(10.0);
        }
        return bytes * SECONDS_A_BYTE + calls / chunk * SECONDS_A_CHUNK;
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private Judgement offer(long trips, long loops, int chunk) {
        double seconds = Math.max(evidence.seconds() / loops, 1e-3);
        double workers = Math.min(Math.max(2, processors()), (double) trips / loops);
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                Condition.proved("The calls change nothing that others see, and print nothing"));
        conditions.add(
                Condition.proved("Nothing that they read is made in the main process alone"));
        conditions.add(Condition.proved("Results are used in the order of the items"));
        conditions.add(Condition.seen("Arguments and results are plain values", trips, trips));
        return new Judgement.Offer(
                "Use all processors",
                "A probe saw %,d calls, each for itself.".formatted(trips),
                Map.of("calls", trips, "loops", loops, "processors", processors()),
                Saving.between(
                        1 - 1.4 / workers - MOST_START / seconds,
                        1 - 1 / workers - LEAST_START / seconds),
                conditions,
                Map.of(code.path(), edits(chunk)),
                "Each process has its own memory. All calls are begun, even where one fails. The"
                        + " gain is for "
                        + processors()
                        + " processors, as this machine has.");
    }

    private List<TextEdit> edits(int chunk) {
        Imports imports = new Imports(code.module());
        Imports.Import executor = imports.from("concurrent.futures", "ProcessPoolExecutor");
        List<TextEdit> edits = new ArrayList<>();
        executor.edit().ifPresent(edits::add);
        List<String> more = new ArrayList<>();
        List<Expression> others = ProcessPoolRule.others(found, items);
        if (!others.isEmpty()) {
            Imports.Import repeat = imports.from("itertools", "repeat");
            repeat.edit().ifPresent(edits::add);
            others.forEach(it -> more.add(repeat.name() + "(" + code.module().text(it) + ")"));
        }
        if (chunk > 1) {
            more.add("chunksize=" + chunk);
        }
        PoolFix fix = new PoolFix(code, found, items);
        String function = code.module().text(((Expression.Call) found.piece()).function());
        edits.addAll(fix.edits(executor.name() + "()", function, more));
        edits.addAll(new MainGuard(code).edits());
        return edits;
    }
}
