package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Independence;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.module.Scope;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds assignments at the beginning of a loop of which several call something that takes its
/// time, perhaps with the results of those before: together they are the work for one item.
final class LoopBlocks {
    private final Code code;
    private final ParsedModule module;
    private final LoopPieces pieces;

    LoopBlocks(Code code, LoopPieces pieces) {
        this.code = code;
        this.pieces = pieces;
        module = code.module();
    }

    /// Empty where fewer than two statements belong together.
    Optional<LoopPiece.Found> of(For loop) {
        if (module.scopeOf(loop).kind() != Scope.Kind.FUNCTION) {
            return Optional.empty();
        }
        List<Statement> straight = straight(loop);
        for (int count = straight.size(); count >= 2; count--) {
            List<Statement> block = straight.subList(0, count);
            if (!working(block.getLast())) {
                continue;
            }
            if (block.stream().filter(this::working).count() < 2) {
                return Optional.empty();
            }
            Optional<LoopPiece.Found> found = of(block, loop);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The names that the rest of the program reads.
    static List<String> results(LoopPiece.Found found, ParsedModule module) {
        return bound(found.block(), module).stream()
                .filter(
                        it ->
                                it.uses().stream()
                                        .anyMatch(
                                                use ->
                                                        use.access().reads()
                                                                && !isIn(
                                                                        use.node(), found.block())))
                .map(Binding::name)
                .toList();
    }

    private Optional<LoopPiece.Found> of(List<Statement> block, For loop) {
        Set<Binding> bound = bound(block, module);
        Set<Binding> own = new HashSet<>(pieces.bindings(loop.target()));
        own.addAll(bound);
        Independence independence = new Independence(code, loop);
        if (independence.reason(block, own).isPresent() || isSeenAfterFailure(bound, loop)) {
            return Optional.empty();
        }
        Call first =
                block.stream()
                        .flatMap(it -> calls(it).filter(pieces::works))
                        .filter(module::hasExactSpan)
                        .findFirst()
                        .orElse(null);
        if (first == null) {
            return Optional.empty();
        }
        var found =
                new LoopPiece.Found(
                        loop,
                        loop,
                        loop.target(),
                        loop.iterable(),
                        first,
                        independence.waits(),
                        independence.called(),
                        independence.receivers(),
                        true,
                        block);
        boolean fits =
                !results(found, module).isEmpty()
                        && pieces.ended(found, loop).isEmpty()
                        && pieces.found(found, independence, loop, List.of())
                                instanceof LoopPiece.Found;
        return fits ? Optional.of(found) : Optional.empty();
    }

    private List<Statement> straight(For loop) {
        List<Statement> found = new ArrayList<>();
        Set<Binding> before = new HashSet<>();
        Set<Binding> all = bound(loop.body(), module);
        for (Statement statement : loop.body()) {
            boolean fits =
                    isAssignment(statement)
                            && startsLine(statement)
                            && bound(List.of(statement), module).stream().allMatch(this::isPrivate)
                            && readsOnly(statement, before, all);
            if (!fits) {
                break;
            }
            found.add(statement);
            before.addAll(bound(List.of(statement), module));
        }
        return found;
    }

    private static boolean isAssignment(Statement statement) {
        boolean names =
                switch (statement) {
                    case Assign it -> it.targets().size() == 1 && isNames(it.targets().getFirst());
                    case AnnAssign it -> it.value() != null && it.target() instanceof Name;
                    default -> false;
                };
        return names
                && statement.descendants().stream()
                        .noneMatch(
                                it ->
                                        it instanceof Lambda
                                                || it instanceof NamedExpr
                                                || it instanceof Await
                                                || it instanceof Yield
                                                || it instanceof YieldFrom);
    }

    private static boolean isNames(Expression target) {
        return switch (target) {
            case Name _ -> true;
            case TupleDisplay it -> it.elements().stream().allMatch(Name.class::isInstance);
            default -> false;
        };
    }

    private boolean startsLine(Statement statement) {
        int start = module.source().lineSpan(statement.line()).start();
        return module.source().text().substring(start, statement.span().start()).isBlank();
    }

    private boolean isPrivate(Binding binding) {
        return binding.scope().isFunctionLike()
                && !binding.isShared()
                && binding.uses(Access.DECLARE).isEmpty();
    }

    /// What the loop binds must come from this round.
    private boolean readsOnly(Statement statement, Set<Binding> before, Set<Binding> all) {
        return statement.descendants().stream()
                .filter(Name.class::isInstance)
                .map(Name.class::cast)
                .filter(name -> name.context() == Context.LOAD)
                .flatMap(name -> module.binding(name).stream())
                .noneMatch(it -> all.contains(it) && !before.contains(it));
    }

    /// An exception leaves half of the names bound as they were.
    private boolean isSeenAfterFailure(Set<Binding> bound, For loop) {
        return module.ancestors(loop).stream().anyMatch(Try.class::isInstance)
                && bound.stream()
                        .flatMap(it -> it.uses().stream())
                        .anyMatch(
                                use ->
                                        use.access().reads()
                                                && !loop.span().contains(use.node().span()));
    }

    private boolean working(Statement statement) {
        return calls(statement).anyMatch(pieces::works);
    }

    private static Stream<Call> calls(Node node) {
        return node.descendants().stream().filter(Call.class::isInstance).map(Call.class::cast);
    }

    private static Set<Binding> bound(List<Statement> statements, ParsedModule module) {
        Set<Binding> found = new LinkedHashSet<>();
        statements.stream()
                .flatMap(it -> it.descendants().stream())
                .filter(it -> it instanceof Name name && name.context() != Context.LOAD)
                .forEach(it -> module.binding((Name) it).ifPresent(found::add));
        return found;
    }

    private static boolean isIn(Node node, List<Statement> block) {
        return block.stream().anyMatch(it -> it.span().contains(node.span()));
    }
}
