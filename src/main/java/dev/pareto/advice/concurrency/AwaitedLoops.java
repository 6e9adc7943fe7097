package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Independence;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Finds the `await` of a coroutine in a loop that waits for one after the other.
///
/// The piece is the whole `await`. Everything before it in a round happens as it did; only the
/// coroutine itself begins earlier.
final class AwaitedLoops {
    private final Code code;
    private final ParsedModule module;
    private final LoopPieces pieces;
    private final KnownCalls known;

    AwaitedLoops(Code code) {
        this.code = code;
        module = code.module();
        pieces = new LoopPieces(code);
        known = new KnownCalls(code.own(), module);
    }

    /// Empty for what awaits no call in each round.
    Optional<LoopPiece> of(Node node) {
        return switch (node) {
            case For loop when !loop.async() -> ofFor(loop);
            case ListComp it -> ofComprehension(it, it.generators(), List.of(it.element()));
            case SetComp it -> ofComprehension(it, it.generators(), List.of(it.element()));
            case DictComp it -> ofComprehension(it, it.generators(), List.of(it.key(), it.value()));
            default -> Optional.empty();
        };
    }

    private Optional<LoopPiece> ofFor(For loop) {
        return LoopPieces.inEachRound(
                loop.body(),
                statement ->
                        first(LoopPieces.parts(statement))
                                .map(found -> judged(loop, statement, found)));
    }

    private LoopPiece judged(For loop, Statement statement, Await piece) {
        LoopPiece found = piece(loop, loop, loop.target(), loop.iterable(), piece);
        if (!(found instanceof LoopPiece.Found it)) {
            return found;
        }
        if (pieces.endsEarly(loop)) {
            return LoopPieces.unfit(
                    it, "the loop may end early, and then calls were made for nothing");
        }
        if (yields(loop)) {
            return LoopPieces.unfit(it, "the generator may be left inside the loop");
        }
        boolean unused = statement instanceof Expr expression && expression.value().is(piece);
        boolean caught = module.parent(statement).orElse(loop) instanceof Try;
        return unused && !caught && !usesItem(it)
                ? LoopPieces.unfit(it, "it awaits the same in each round, perhaps as a pause")
                : it;
    }

    private Optional<LoopPiece> ofComprehension(
            Expression whole, List<Comprehension> generators, List<Node> parts) {
        Comprehension generator = generators.getFirst();
        if (generators.size() != 1 || generator.async() || !generator.conditions().isEmpty()) {
            return Optional.empty();
        }
        Statement statement = module.enclosingStatement(whole).orElseThrow();
        return first(parts)
                .map(
                        await ->
                                piece(
                                        whole,
                                        statement,
                                        generator.target(),
                                        generator.iterable(),
                                        await))
                .map(
                        found ->
                                found instanceof LoopPiece.Found it && !isSimple(statement)
                                        ? LoopPieces.unfit(
                                                it, "its statement cannot be moved into a block")
                                        : found);
    }

    private static boolean isSimple(Statement statement) {
        return switch (statement) {
            case Assign _, AnnAssign _, AugAssign _, Expr _, Return _ -> true;
            default -> false;
        };
    }

    /// The first `await` of a call that is evaluated in each round.
    private static Optional<Await> first(List<Node> parts) {
        for (Node part : parts) {
            Deque<Node> waiting = new ArrayDeque<>(List.of(part));
            while (!waiting.isEmpty()) {
                Node next = waiting.pop();
                if (next instanceof Await it && it.value() instanceof Call) {
                    return Optional.of(it);
                }
                if (next instanceof Await || !Evaluation.isConditional(next)) {
                    next.children().reversed().forEach(waiting::push);
                }
            }
        }
        return Optional.empty();
    }

    private boolean yields(For loop) {
        return loop.descendants().stream()
                .anyMatch(it -> it instanceof Yield || it instanceof YieldFrom);
    }

    private boolean usesItem(LoopPiece.Found found) {
        var items = pieces.bindings(found.target());
        return found.piece().descendants().stream()
                .anyMatch(
                        it ->
                                it instanceof Name name
                                        && module.binding(name)
                                                .filter(items::contains)
                                                .isPresent());
    }

    private LoopPiece piece(
            Node loop, Statement whole, Expression target, Expression iterable, Await await) {
        Call call = (Call) await.value();
        Independence independence = Independence.ofCoroutines(code, loop);
        Optional<String> reason = independence.reason(call, pieces.bindings(target));
        if (reason.isPresent()) {
            return new LoopPiece.Unfit(await, true, reason.get());
        }
        var found =
                new LoopPiece.Found(
                        loop,
                        whole,
                        target,
                        iterable,
                        await,
                        true,
                        independence.called(),
                        independence.receivers(),
                        true,
                        List.of());
        return unfit(found, call)
                .<LoopPiece>map(it -> new LoopPiece.Unfit(await, true, it))
                .orElse(found);
    }

    private Optional<String> unfit(LoopPiece.Found found, Call call) {
        if (known.dotted(call.function()).filter("asyncio.sleep"::equals).isPresent()) {
            return Optional.of("it is a pause on purpose");
        }
        if (!module.hasExactSpan(found.piece()) || LoopPieces.hasInexact(found.receivers())) {
            return Optional.of("it stands in an f-string, in which no positions are known");
        }
        if (!new BlockEdits(module).canWrap(found.whole())
                || !new StatementEdits(module.source()).canFollow(found.whole())) {
            return Optional.of("its statement cannot be moved into a block");
        }
        return recursion(found).or(() -> new Blocking(code).reason(found));
    }

    private Optional<String> recursion(LoopPiece.Found found) {
        Optional<Integer> here = module.enclosingFunction(found.loop()).map(Node::id);
        return found.called().stream()
                        .anyMatch(
                                it ->
                                        it.module() == module
                                                && here.equals(Optional.of(it.function().id())))
                ? Optional.of("it calls the function that it stands in")
                : Optional.empty();
    }
}
