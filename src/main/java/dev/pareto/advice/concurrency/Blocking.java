package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Independence.Called;
import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;

import java.util.Optional;
import java.util.stream.Stream;

/// Finds coroutines that wait without letting their event loop go on: several of them at once take
/// as long as one after the other.
final class Blocking {
    private final Code code;

    Blocking(Code code) {
        this.code = code;
    }

    /// Where a coroutine of a piece blocks; empty where none does.
    Optional<String> reason(LoopPiece.Found found) {
        return found.called().stream()
                .filter(it -> it.function().async())
                .flatMap(it -> calls(it).flatMap(call -> reason(call, it).stream()))
                .findFirst();
    }

    private static Stream<Call> calls(Called called) {
        return called.function().descendants().stream()
                .filter(Call.class::isInstance)
                .map(Call.class::cast);
    }

    private Optional<String> reason(Call call, Called called) {
        boolean named =
                call.function() instanceof Name
                        || (call.function() instanceof Attribute it && it.value() instanceof Name)
                        || new KnownCalls(code.own(), called.module())
                                .dotted(call.function())
                                .isPresent();
        return named && waits(call.function(), called)
                ? Optional.of(
                        "`%s` blocks the event loop (line %d), so nobody else can go on meanwhile"
                                .formatted(called.function().name(), call.line()))
                : Optional.empty();
    }

    private boolean waits(Node function, Called called) {
        return new Waits(code.own(), called.module()).in(function)
                && !isCoroutine(function, called);
    }

    private static boolean isCoroutine(Node function, Called called) {
        return function instanceof Name name
                && called.module()
                        .binding(name)
                        .filter(
                                binding ->
                                        binding.uses().stream()
                                                .anyMatch(
                                                        use ->
                                                                use.node()
                                                                                instanceof
                                                                                dev.pareto.source
                                                                                                .tree
                                                                                                .Statement
                                                                                                .FunctionDef
                                                                                        it
                                                                        && it.async()))
                        .isPresent();
    }
}
