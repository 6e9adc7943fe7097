package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.BlockEdits;
import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Independence;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.advice.rule.OwnMethods;
import dev.pareto.advice.rule.Pauses;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.Binding.Role;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds the call with which a loop begins, when it can be made for all items at once and the rest
/// of the loop stays as it is.
final class LoopPieces {
    private static final Set<String> READING_ALL =
            Set.of("list", "tuple", "set", "dict", "sorted", "sum", "max", "min");

    private static final String UNUSED = "its result is not used, so nobody knows what it is for";

    private final Code code;
    private final ParsedModule module;

    LoopPieces(Code code) {
        this.code = code;
        module = code.module();
    }

    /// Empty for what is no loop over calls of the program's functions, or of functions that wait.
    Optional<LoopPiece> of(Node node) {
        return switch (node) {
            case For loop when !loop.async() -> ofFor(loop);
            case Comprehending it when it.generators().size() == 1 -> ofComprehension(it);
            default -> Optional.empty();
        };
    }

    /// The same, also for what does not stand first in the loop, or is caught there, and for
    /// statements that belong together.
    ///
    /// @param blocks whether several statements may be one piece
    Optional<LoopPiece> anywhere(Node node, boolean blocks) {
        if (!(node instanceof For loop) || loop.async()) {
            return of(node);
        }
        Optional<LoopPiece> block =
                blocks ? new LoopBlocks(code, this).of(loop).map(it -> it) : Optional.empty();
        if (block.isPresent()) {
            return block;
        }
        Optional<LoopPiece> first = of(loop);
        if (first.filter(LoopPiece.Found.class::isInstance).isPresent()) {
            return first;
        }
        Optional<LoopPiece> later =
                inEachRound(
                        loop.body(),
                        it ->
                                find(
                                                loop,
                                                loop,
                                                loop.target(),
                                                loop.iterable(),
                                                loop,
                                                parts(it),
                                                true)
                                        .map(
                                                piece ->
                                                        piece instanceof LoopPiece.Found found
                                                                ? inPlace(found, it, loop)
                                                                : piece));
        return later.filter(LoopPiece.Found.class::isInstance).or(() -> first).or(() -> later);
    }

    private LoopPiece inPlace(LoopPiece.Found found, Statement statement, For loop) {
        boolean caught = !module.parent(statement).orElse(loop).is(loop);
        boolean unused = statement instanceof Expr it && it.value().is(found.piece());
        return ended(found, loop)
                .or(() -> unused && !caught ? Optional.of(UNUSED) : Optional.empty())
                .<LoopPiece>map(reason -> unfit(found, reason))
                .orElse(found.toBeInPlace());
    }

    /// Why a loop cannot make all calls before its first round.
    Optional<String> ended(LoopPiece.Found found, For loop) {
        if (endsEarly(loop)) {
            return Optional.of("the loop may end early, and then calls were made for nothing");
        }
        return new Pauses(module)
                .in(loop)
                .filter(pause -> !(pause instanceof Await && isInCoroutine(found)))
                .map(_ -> "the function pauses inside the loop");
    }

    private boolean isInCoroutine(LoopPiece.Found found) {
        return module.enclosingFunction(found.loop()).filter(FunctionDef::async).isPresent();
    }

    /// Looks at the statements that are executed in each round, those in a `try` included, up to
    /// the first that may leave it.
    static <T> Optional<T> inEachRound(
            List<Statement> body, Function<Statement, Optional<T>> look) {
        for (Statement statement : body) {
            Optional<T> found =
                    statement instanceof Try it && !it.star()
                            ? inEachRound(it.body(), look)
                            : look.apply(statement);
            if (found.isPresent()) {
                return found;
            }
            if (mayLeave(statement)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean mayLeave(Statement statement) {
        return Stream.concat(Stream.of(statement), statement.descendants().stream())
                .anyMatch(
                        it ->
                                it instanceof Continue
                                        || it instanceof Break
                                        || it instanceof Return
                                        || it instanceof Raise
                                        || it instanceof Try);
    }

    private Optional<LoopPiece> ofFor(For loop) {
        Statement first = loop.body().getFirst();
        return find(loop, loop, loop.target(), loop.iterable(), first, parts(first), false)
                .map(found -> found instanceof LoopPiece.Found it ? checked(it, loop) : found);
    }

    /// What a statement evaluates first.
    static List<Node> parts(Statement statement) {
        return switch (statement) {
            case Assign it -> List.of(it.value());
            case AnnAssign(_, _, _, Expression value, _) when value != null -> List.of(value);
            case AugAssign it -> List.of(it.target(), it.value());
            case Expr it -> List.of(it.value());
            default -> List.of();
        };
    }

    private LoopPiece checked(LoopPiece.Found found, For loop) {
        Optional<String> ended = ended(found, loop);
        if (ended.isPresent()) {
            return unfit(found, ended.get());
        }
        if (loop.body().getFirst() instanceof Expr it && it.value().is(found.piece())) {
            return unfit(found, UNUSED);
        }
        return targetIsReadLater(loop)
                ? unfit(found, "what the loop was at is read after an exception")
                : found;
    }

    /// Whether a round may be the last one.
    boolean endsEarly(For loop) {
        return loop.body().stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                .anyMatch(
                        it ->
                                (it instanceof Return && isIn(it, loop))
                                        || (it instanceof Break && belongs(it, loop)));
    }

    static boolean hasInexact(List<Independence.Receiver> receivers) {
        return receivers.stream().anyMatch(it -> !it.module().hasExactSpan(it.expression()));
    }

    private boolean isIn(Node node, For loop) {
        return module.enclosingFunction(node)
                .map(Node::id)
                .equals(module.enclosingFunction(loop).map(Node::id));
    }

    private boolean belongs(Node leave, For loop) {
        return module.ancestors(leave).stream()
                .filter(Loop.class::isInstance)
                .findFirst()
                .filter(loop::is)
                .isPresent();
    }

    /// A failing call is noticed before the variable of the loop is bound.
    private boolean targetIsReadLater(For loop) {
        return module.ancestors(loop).stream().anyMatch(Try.class::isInstance)
                && bindings(loop.target()).stream()
                        .flatMap(it -> it.uses().stream())
                        .anyMatch(
                                use ->
                                        use.access().reads()
                                                && !loop.span().contains(use.node().span()));
    }

    private Optional<LoopPiece> ofComprehension(Comprehending comprehending) {
        Comprehension generator = comprehending.generators().getFirst();
        List<Node> parts =
                switch (comprehending) {
                    case ListComp it -> List.of(it.element());
                    case SetComp it -> List.of(it.element());
                    case DictComp it -> List.of(it.key(), it.value());
                    case GeneratorExp it -> List.of(it.element());
                };
        Statement whole = module.enclosingStatement(comprehending).orElse(null);
        if (whole == null || generator.async() || !generator.conditions().isEmpty()) {
            return Optional.empty();
        }
        return find(
                        comprehending,
                        whole,
                        generator.target(),
                        generator.iterable(),
                        comprehending,
                        parts,
                        false)
                .map(
                        found ->
                                found instanceof LoopPiece.Found it
                                        ? checked(it, comprehending)
                                        : found);
    }

    private LoopPiece checked(LoopPiece.Found found, Comprehending comprehending) {
        boolean simple =
                switch (found.whole()) {
                    case Assign _, AnnAssign _, AugAssign _, Expr _, Return _ -> true;
                    default -> false;
                };
        if (!simple) {
            return unfit(found, "there is no place for a pool around its statement");
        }
        return comprehending instanceof GeneratorExp && !isReadUp(comprehending)
                ? unfit(found, "not all of the generator may be read")
                : found;
    }

    private boolean isReadUp(Node generator) {
        return module.parent(generator).orElse(generator) instanceof Call call
                && call.arguments().size() == 1
                && switch (call.function()) {
                    case Name name ->
                            READING_ALL.contains(name.name())
                                    && module.isBuiltin(name.name(), module.scopeOf(name));
                    case Attribute method ->
                            method.attribute().equals("join") && method.value() instanceof Constant;
                    default -> false;
                };
    }

    static LoopPiece unfit(LoopPiece.Found found, String reason) {
        return new LoopPiece.Unfit(found.piece(), found.waits(), reason);
    }

    /// @param around the statement or comprehension that evaluates the parts, in their order
    private Optional<LoopPiece> find(
            Node loop,
            Statement whole,
            Expression target,
            Expression iterable,
            Node around,
            List<Node> parts,
            boolean inPlace) {
        Set<Binding> items = bindings(target);
        LoopPiece.Unfit unfit = null;
        for (Node part : parts) {
            Deque<Node> waiting = new ArrayDeque<>(List.of(part));
            while (!waiting.isEmpty()) {
                Node next = waiting.pop();
                if (next instanceof Call call && works(call)) {
                    Independence independence = new Independence(code, loop);
                    Optional<String> reason = independence.reason(call, items);
                    if (reason.isEmpty()) {
                        return Optional.of(
                                found(
                                        new LoopPiece.Found(
                                                loop,
                                                whole,
                                                target,
                                                iterable,
                                                call,
                                                independence.waits(),
                                                independence.called(),
                                                independence.receivers(),
                                                inPlace,
                                                List.of()),
                                        independence,
                                        around,
                                        parts));
                    }
                    if (isOwn(call) || isWaiting(call)) {
                        unfit =
                                new LoopPiece.Unfit(
                                        call, new Waits(code.own(), module).in(call), reason.get());
                    }
                }
                if (!Evaluation.isConditional(next)) {
                    next.children().reversed().forEach(waiting::push);
                }
            }
        }
        return Optional.ofNullable(unfit);
    }

    LoopPiece found(
            LoopPiece.Found found, Independence independence, Node around, List<Node> parts) {
        if (!module.hasExactSpan(found.piece()) || hasInexact(found.receivers())) {
            return unfit(found, "it stands in an f-string, in which no positions are known");
        }
        Scope scope = module.scopeOf(found.loop());
        if (scope.kind() != Scope.Kind.FUNCTION && scope.kind() != Scope.Kind.MODULE) {
            return unfit(found, "there is no place for a pool around it");
        }
        if (!new BlockEdits(module).canWrap(found.whole())) {
            return unfit(found, "its statement cannot be moved into a block");
        }
        if (!found.inPlace() && Evaluation.isAfterCalls(found.piece(), parts)) {
            return unfit(found, "something else happens before it for each item");
        }
        if (independence.readsFiles()
                && around.descendants().stream()
                        .anyMatch(
                                it ->
                                        it instanceof Call call
                                                && Evaluation.mayWrite(call, found.piece()))) {
            return unfit(found, "it reads files, which the loop may write");
        }
        Optional<Integer> here = module.enclosingFunction(found.loop()).map(Node::id);
        return found.called().stream()
                        .anyMatch(
                                it ->
                                        it.module() == module
                                                && here.equals(Optional.of(it.function().id())))
                ? unfit(found, "it calls the function that it stands in")
                : found;
    }

    /// Whether a call, or a call in it, is one of the program's functions or known to wait.
    boolean works(Call call) {
        return Stream.concat(Stream.of(call), call.descendants().stream())
                .anyMatch(it -> it instanceof Call inner && (isOwn(inner) || isWaiting(inner)));
    }

    private boolean isOwn(Call call) {
        if (call.function() instanceof Attribute method) {
            return !new OwnMethods(code.own()).named(method.attribute()).isEmpty();
        }
        return call.function() instanceof Name name
                && module.binding(name)
                        .filter(
                                it ->
                                        it.is(Role.FUNCTION)
                                                || (it.is(Role.IMPORTED)
                                                        && code.own().defines(name.name())))
                        .isPresent();
    }

    private boolean isWaiting(Call call) {
        return new KnownCalls(code.own(), module)
                .dotted(call.function())
                .filter(KnownCalls::isWaiting)
                .isPresent();
    }

    Set<Binding> bindings(Expression target) {
        Set<Binding> found = new HashSet<>();
        Stream.concat(Stream.of(target), target.descendants().stream())
                .filter(Name.class::isInstance)
                .forEach(it -> module.bindingOf(it).ifPresent(found::add));
        return found;
    }
}
