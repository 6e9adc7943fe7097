package dev.pareto.ui.waiting;

import dev.pareto.profile.Bound;
import dev.pareto.profile.LineCost;
import dev.pareto.profile.Profile;
import dev.pareto.profile.ThreadCost;
import dev.pareto.quantity.Share;
import dev.pareto.ui.fx.Messages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The judgement of what holds a program up, and its evidence, in words.
///
/// @param head "CPU-bound: something of it worked for about 97.1 % of 1.98 s"
/// @param evidence sentences that say on what that rests; may be empty
record BoundSentence(String head, List<String> evidence) {
    private static final double WORTH_A_WORD = 0.1;

    static BoundSentence of(Bound bound, Profile profile) {
        String key = "waiting.bound." + bound.kind().name().toLowerCase(Locale.ROOT);
        Share waited = new Share(1 - bound.working().fraction());
        String head = Messages.text(key, bound.working(), waited, bound.wall());
        List<String> evidence = new ArrayList<>();
        List<ThreadCost> threads = profile.threads();
        if (threads.isEmpty()) {
            evidence.add(Messages.text("waiting.process-only"));
            return new BoundSentence(head, evidence);
        }
        ThreadCost main = threads.getFirst();
        bound.worker()
                .ifPresent(
                        worker ->
                                evidence.add(
                                        Messages.text(
                                                "waiting.worker",
                                                ThreadRow.name(worker),
                                                worker.cost().cpu(),
                                                main.cost().cpu(),
                                                main.cost().waiting())));
        longestWait(profile)
                .ifPresent(
                        line ->
                                evidence.add(
                                        Messages.text(
                                                "waiting.longest",
                                                line.file().path() + ":" + line.line(),
                                                line.self().waiting())));
        double gil = threads.stream().mapToDouble(t -> t.gil().seconds()).sum();
        if (gil >= WORTH_A_WORD * bound.wall().seconds()) {
            evidence.add(Messages.text("waiting.gil", new dev.pareto.quantity.WallTime(gil)));
        }
        Share queue = Share.of(main.cost().runQueue().seconds(), main.cost().wall().seconds());
        if (queue.fraction() >= WORTH_A_WORD) {
            evidence.add(Messages.text("waiting.queued", queue));
        }
        return new BoundSentence(head, evidence);
    }

    private static Optional<LineCost> longestWait(Profile profile) {
        return profile.lines().stream()
                .max(Comparator.comparingDouble(l -> l.self().waiting().seconds()))
                .filter(
                        l ->
                                l.self().waiting().seconds()
                                        >= WORTH_A_WORD * profile.wall().seconds());
    }
}
