package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Finding;
import dev.pareto.advice.rule.Judgement;
import dev.pareto.advice.rule.Rule;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.profile.Question;
import dev.pareto.source.tree.Expression.Await;
import dev.pareto.source.tree.Expression.Comprehending;
import dev.pareto.source.tree.Expression.GeneratorExp;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A coroutine that awaits one answer after the other could await several at once; one that blocks
/// its event loop could leave that to threads.
///
/// It is for code that is asynchronous already: what is not, threads make faster without being
/// rewritten (see [ThreadsRule]).
public final class AsyncioRule implements Rule {
    @Override
    public String id() {
        return "asyncio";
    }

    @Override
    public Optional<Finding> look(Node node, Code code) {
        if (!(node instanceof Statement.For || node instanceof Comprehending)) {
            return Optional.empty();
        }
        Optional<FunctionDef> coroutine =
                code.module().enclosingFunction(node).filter(FunctionDef::async);
        if (coroutine.isEmpty()) {
            return Optional.empty();
        }
        return new AwaitedLoops(code)
                .of(node)
                .or(() -> new LoopPieces(code).anywhere(node, false).filter(LoopPiece::waits))
                .map(piece -> of(piece, node, coroutine.get(), code));
    }

    private static Finding of(LoopPiece piece, Node loop, FunctionDef coroutine, Code code) {
        String call = code.module().text(piece.piece()).lines().findFirst().orElse("");
        boolean awaits = piece.piece() instanceof Await;
        String subject = "Tasks for `" + call + "`";
        String key = code.path() + " " + loop.id();
        Finding.Time time = awaits ? Finding.Time.AWAITED : Finding.Time.WITH_CALLS;
        Optional<String> reason =
                switch (piece) {
                    case LoopPiece.Unfit it -> Optional.of(it.reason());
                    case LoopPiece.Found it when awaits -> Items.changes(it, code);
                    case LoopPiece.Found it ->
                            ofBlocking(it, coroutine, code).or(() -> Items.changes(it, code));
                };
        if (reason.isPresent() || !(piece instanceof LoopPiece.Found found)) {
            return refused(key, subject, piece, time, reason.orElse(""), code);
        }
        Optional<Items> items = Items.ofNamed(found, code);
        if (items.filter(it -> ThreadsRule.isEarly(it, found, code)).isEmpty()) {
            String why = "its items cannot be given to the calls in a simple way";
            return refused(key, subject, piece, time, why, code);
        }
        List<Question> questions = new ArrayList<>(items.get().questions(code));
        questions.add(found.counting(code));
        questions.add(code.reached(found.whole()));
        questions.addAll(new Receivers(found.receivers(), code.own()).questions());
        if (found.piece() instanceof Await await) {
            questions.add(code.awaited(await));
        }
        return new Finding.Candidate(
                key,
                subject,
                List.of(found.piece()),
                time,
                questions,
                evidence -> new AsyncioJudge(found, items.get(), code, evidence).judge());
    }

    /// What is awaited takes no time where it stands, so only a run tells whether it matters.
    private static Finding refused(
            String key,
            String subject,
            LoopPiece piece,
            Finding.Time time,
            String reason,
            Code code) {
        List<Node> places = List.of(piece.piece());
        if (time != Finding.Time.AWAITED) {
            return new Finding.Refused(key, subject, places, time, reason);
        }
        Question.Reached reached =
                code.reached(code.module().enclosingStatement(piece.piece()).orElseThrow());
        return new Finding.Candidate(
                key,
                subject,
                places,
                time,
                List.of(reached),
                evidence ->
                        evidence.observations().reached(reached.id()) == 0
                                ? new Judgement.Irrelevant()
                                : new Judgement.Refused(reason));
    }

    private static Optional<String> ofBlocking(
            LoopPiece.Found found, FunctionDef coroutine, Code code) {
        if (found.loop() instanceof GeneratorExp) {
            return Optional.of("a generator that awaits is another kind of generator");
        }
        if (!new BlockEdits(code.module()).canWrap(found.whole())
                || !new StatementEdits(code.source()).canFollow(found.whole())) {
            return Optional.of("its statement cannot be moved into a block");
        }
        return new SingleTask(code).reason(coroutine);
    }
}
