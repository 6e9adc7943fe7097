package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Imports;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.Observations;
import dev.pareto.quantity.Share;
import dev.pareto.source.TextEdit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides with what was seen whether threads help a loop: they share one interpreter, so they help
/// where it waits.
final class ThreadsJudge {
    private static final int WORKERS = 16;
    private static final double LEAST_WAITING = 0.5;

    /// Handing one call to a thread takes up to a tenth of that.
    private static final double LEAST_SECONDS = 1e-3;

    private final LoopPiece.Found found;
    private final Items items;
    private final Code code;
    private final Evidence evidence;

    ThreadsJudge(LoopPiece.Found found, Items items, Code code, Evidence evidence) {
        this.found = found;
        this.items = items;
        this.code = code;
        this.evidence = evidence;
    }

    Judgement judge() {
        Observations seen = evidence.observations();
        long trips = found.trips(code, seen);
        long loops = Math.max(1, seen.reached(code.reached(found.whole()).id()));
        if (trips == 0) {
            return new Judgement.Refused("the run with probes never came there");
        }
        return unprofitable(trips, loops)
                .or(() -> receivers().reason(seen))
                .or(() -> items.reason(seen, code, trips))
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(() -> offer(trips, loops));
    }

    private List<TextEdit> edits(String executor) {
        if (found.inPlace()) {
            return new FutureFix(code, found, items).edits(executor);
        }
        PoolFix fix = new PoolFix(code, found, items);
        return fix.edits(executor, fix.function(), List.of());
    }

    private Receivers receivers() {
        return new Receivers(found.receivers(), code.own());
    }

    private Optional<String> unprofitable(long trips, long loops) {
        Share waiting = new Share(evidence.waiting());
        if (evidence.worth().refuses(evidence.waiting() < LEAST_WAITING)) {
            return Optional.of(
                    "it computes (it waits %s of its time), and threads take turns at computing: only one of them holds the interpreter's lock (GIL) at a time"
                            .formatted(waiting));
        }
        if (evidence.worth().refuses(trips < 2 * loops)) {
            return Optional.of("it is called once, so there is nothing to do meanwhile");
        }
        double each = evidence.seconds() * evidence.waiting() / trips;
        return evidence.worth().refuses(each < LEAST_SECONDS)
                ? Optional.of(
                        "each call waits %.2g ms, and handing it to a thread takes about as long"
                                .formatted(1000 * each))
                : Optional.empty();
    }

    private Judgement offer(long trips, long loops) {
        double mean = (double) trips / loops;
        double workers = Math.min(WORKERS, mean);
        double rounds = Math.ceil(mean / WORKERS);
        double waits = evidence.waiting();
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                Condition.proved("The calls change nothing that others see, and print nothing"));
        conditions.add(Condition.proved("Nothing that they read changes meanwhile"));
        conditions.add(Condition.proved("Results are used in the order of the items"));
        conditions.add(Condition.seen("All items are there when the loop begins", trips, trips));
        if (!found.receivers().isEmpty()) {
            long looked = receivers().seen(evidence.observations());
            conditions.add(
                    Condition.seen(
                            "The objects that do it are of classes that were looked at",
                            looked,
                            looked));
        }
        Imports.Import executor =
                new Imports(code.module()).from("concurrent.futures", "ThreadPoolExecutor");
        List<TextEdit> edits =
                new ArrayList<>(edits(executor.name() + "(max_workers=" + WORKERS + ")"));
        executor.edit().ifPresent(edits::add);
        return new Judgement.Offer(
                "Wait for several at once",
                "It waited %s of that time, in %,d calls one after the other."
                        .formatted(new Share(waits), trips),
                Map.of("calls", trips, "loops", loops, "waiting", waits, "workers", WORKERS),
                Saving.between(
                        waits * (1 - Math.min(1, (rounds + 1) / mean)), waits * (1 - 1 / workers)),
                conditions,
                Map.of(code.path(), edits),
                "All calls are begun, even where one fails: its exception comes when its turn"
                        + " comes, and the others are made nevertheless. Whoever answers gets up to "
                        + WORKERS
                        + " requests at once.");
    }
}
