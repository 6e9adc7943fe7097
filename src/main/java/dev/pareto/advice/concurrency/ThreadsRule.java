package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Rule;
import dev.pareto.profile.Question;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A loop that waits for one answer after the other could wait for several at once.
///
/// A pool of threads makes the calls; the loop takes the results in the order of its items, so that
/// all that it does with them stays as it was.
public final class ThreadsRule implements Rule {
    @Override
    public String id() {
        return "threads";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        if (!(node instanceof Statement.For || node instanceof Expression.Comprehending)) {
            return Optional.empty();
        }
        return new LoopPieces(code).anywhere(node, true).flatMap(piece -> of(piece, node, code));
    }

    private static Optional<Finding> of(LoopPiece piece, Node loop, Code code) {
        String call = code.module().text(piece.piece()).lines().findFirst().orElse("");
        String subject = "Threads for `" + call + "`";
        String key = code.path() + " " + loop.id();
        Optional<String> reason =
                switch (piece) {
                    case LoopPiece.Unfit it -> Optional.of(it.reason());
                    case LoopPiece.Found it -> veto(it, code);
                };
        if (reason.isEmpty() && piece instanceof LoopPiece.Found found) {
            Optional<Items> items =
                    found.inPlace() ? Items.ofNamed(found, code) : Items.of(found, code);
            if (items.filter(it -> isEarly(it, found, code)).isPresent()) {
                return Optional.of(candidate(key, subject, found, items.get(), code));
            }
            reason = Optional.of("its items cannot be given to the calls in a simple way");
        }
        // Most loops do not wait; why these cannot is no news.
        return reason.filter(_ -> piece.waits())
                .map(
                        it ->
                                new Finding.Refused(
                                        key,
                                        subject,
                                        List.of(piece.piece()),
                                        Finding.Time.WITH_CALLS,
                                        it));
    }

    private static Optional<String> veto(LoopPiece.Found found, Code code) {
        if (code.own().usesThreads()) {
            return Optional.of("the program uses threads already");
        }
        if (code.module().enclosingFunction(found.loop()).filter(FunctionDef::async).isPresent()) {
            return Optional.of(
                    "it blocks the event loop that it runs in, which `asyncio.to_thread` lets go on");
        }
        return Items.changes(found, code);
    }

    /// Whether a copy of the items can be made before the statement.
    static boolean isEarly(Items items, LoopPiece.Found found, Code code) {
        return !items.copied()
                || found.loop() instanceof Statement
                || code.module().parent(found.loop()).filter(found.whole()::is).isPresent();
    }

    private static Finding candidate(
            String key, String subject, LoopPiece.Found found, Items items, Code code) {
        List<Question> questions = new ArrayList<>(items.questions(code));
        questions.add(found.counting(code));
        questions.add(code.reached(found.whole()));
        questions.addAll(new Receivers(found.receivers(), code.own()).questions());
        return new Finding.Candidate(
                key,
                subject,
                found.places(),
                Finding.Time.WITH_CALLS,
                questions,
                evidence -> judge(found, items, code, evidence));
    }

    private static Judgement judge(
            LoopPiece.Found found,
            Items items,
            Code code,
            dev.pareto.advice.rule.Evidence evidence) {
        return new ThreadsJudge(found, items, code, evidence).judge();
    }
}
