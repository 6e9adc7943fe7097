package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.advice.rule.OwnCode;
import dev.pareto.source.module.Access;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.FunctionDef;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a piece of code, or a function of its file that it names, calls what is known to wait.
final class Waits {
    private final ParsedModule module;
    private final KnownCalls known;
    private final Set<Integer> looked = new HashSet<>();

    Waits(OwnCode own, ParsedModule module) {
        this.module = module;
        known = new KnownCalls(own, module);
    }

    boolean in(Node part) {
        return looked.add(part.id())
                && Stream.concat(Stream.of(part), part.descendants().stream()).anyMatch(this::at);
    }

    private boolean at(Node node) {
        return switch (node) {
            case Attribute it -> known.dotted(it).filter(KnownCalls::isWaiting).isPresent();
            case Name it ->
                    known.dotted(it).filter(KnownCalls::isWaiting).isPresent()
                            || module.binding(it).stream()
                                    .flatMap(binding -> binding.uses(Access.STORE).stream())
                                    .anyMatch(
                                            use ->
                                                    use.node() instanceof FunctionDef function
                                                            && in(function));
            default -> false;
        };
    }
}
