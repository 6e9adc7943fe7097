package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Evidence;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Judgement.Condition;
import dev.pareto.advice.rule.Saving;
import dev.pareto.profile.AwaitedSeen;
import dev.pareto.profile.Observations;
import dev.pareto.quantity.Share;
import dev.pareto.quantity.WallTime;
import dev.pareto.source.tree.Expression.Await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides with what was seen whether a loop of a coroutine gains by tasks.
final class AsyncioJudge {
    private static final int MOST_AT_ONCE = 16;

    /// `asyncio.to_thread` has the threads of the loop's default executor.
    private static final int THREADS = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);

    /// A task costs up to a tenth of that, handing a call to a thread as well.
    private static final double LEAST_SECONDS = 5e-4;

    private static final double LEAST_WAITING = 0.5;
    private static final double MOST_BESIDE = 2;
    private static final int MOST_TASKS = 20_000;

    private final LoopPiece.Found found;
    private final Items items;
    private final Code code;
    private final Evidence evidence;
    private final Observations seen;

    AsyncioJudge(LoopPiece.Found found, Items items, Code code, Evidence evidence) {
        this.found = found;
        this.items = items;
        this.code = code;
        this.evidence = evidence;
        seen = evidence.observations();
    }

    Judgement judge() {
        long trips = found.trips(code, seen);
        long loops = Math.max(1, seen.reached(code.reached(found.whole()).id()));
        if (trips == 0) {
            return found.piece() instanceof Await
                    ? new Judgement.Irrelevant()
                    : new Judgement.Refused("the run with probes never came there");
        }
        return unprofitable(trips, loops)
                .or(() -> receivers().reason(seen))
                .or(() -> items.reason(seen, code, trips))
                .<Judgement>map(Judgement.Refused::new)
                .orElseGet(() -> offer(trips, loops));
    }

    private Receivers receivers() {
        return new Receivers(found.receivers(), code.own());
    }

    private Optional<AwaitedSeen> awaited() {
        return found.piece() instanceof Await it
                ? seen.awaited(code.awaited(it).id())
                : Optional.empty();
    }

    /// Seconds of the place's time in which this loop waited.
    private double waited() {
        double place = evidence.seconds();
        return found.piece() instanceof Await
                ? awaited().map(it -> Math.min(it.elapsed().seconds(), place)).orElse(0.0)
                : place * evidence.waiting();
    }

    private Optional<String> unprofitable(long trips, long loops) {
        if (evidence.worth().refuses(trips < 2 * loops)) {
            return Optional.of("it is called once, so there is nothing to do meanwhile");
        }
        if (evidence.worth().refuses(evidence.waiting() < LEAST_WAITING)) {
            return Optional.of(
                    "it computes (it waits %s of its time), and tasks take turns at computing"
                            .formatted(new Share(evidence.waiting())));
        }
        double each = waited() / trips;
        if (evidence.worth().refuses(each < LEAST_SECONDS)) {
            return Optional.of(
                    "each call waits %.2g ms, and a task for it takes about as long"
                            .formatted(1000 * each));
        }
        boolean beside =
                awaited()
                        .filter(it -> it.sum().seconds() > MOST_BESIDE * it.elapsed().seconds())
                        .isPresent();
        if (evidence.worth().refuses(beside)) {
            return Optional.of("several tasks wait there at the same time already");
        }
        return evidence.worth().refuses(trips > MOST_TASKS * loops)
                ? Optional.of("a task for each of so many items would take much memory")
                : Optional.empty();
    }

    private Judgement offer(long trips, long loops) {
        boolean awaits = found.piece() instanceof Await;
        double waits = evidence.seconds() > 0 ? Math.min(1, waited() / evidence.seconds()) : 0;
        int most = awaits ? MOST_AT_ONCE : THREADS;
        double mean = (double) trips / loops;
        double rounds = Math.ceil(mean / most);
        TaskFix fix = new TaskFix(code, found, items);
        return new Judgement.Offer(
                awaits ? "Await several at once" : "Let the event loop go on, and wait for several",
                awaits
                        ? "A probe saw %,d calls awaited one after the other, for %s together."
                                .formatted(trips, new WallTime(waited()))
                        : "It blocked %s of that time, in %,d calls one after the other."
                                .formatted(new Share(evidence.waiting()), trips),
                Map.of("calls", trips, "loops", loops, "waiting", waits, "at_once", most),
                Saving.between(
                        waits * (1 - Math.min(1, (rounds + 1) / mean)),
                        waits * (1 - 1 / Math.min(most, mean))),
                conditions(trips, awaits),
                Map.of(code.path(), awaits ? fix.ofAwaits(MOST_AT_ONCE) : fix.ofBlocking()),
                "All calls are begun at once, even where one fails: its exception comes when its"
                        + " turn comes, and what is not done then is cancelled. Whoever answers"
                        + " gets up to "
                        + most
                        + " requests at once.");
    }

    private List<Condition> conditions(long trips, boolean awaits) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(
                Condition.proved("The calls change nothing that others see, and print nothing"));
        conditions.add(Condition.proved("Nothing that they read changes meanwhile"));
        conditions.add(Condition.proved("Results and exceptions come in the order of the items"));
        if (!awaits) {
            conditions.add(Condition.proved("The event loop runs nothing else"));
        }
        conditions.add(Condition.seen("All items are there when the loop begins", trips, trips));
        if (!found.receivers().isEmpty()) {
            long looked = receivers().seen(seen);
            conditions.add(
                    Condition.seen(
                            "The objects that do it are of classes that were looked at",
                            looked,
                            looked));
        }
        return conditions;
    }
}
