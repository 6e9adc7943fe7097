package dev.pareto.advice.concurrency;

import dev.pareto.advice.rule.KnownCalls;
import dev.pareto.advice.rule.OwnCode;
import dev.pareto.advice.rule.OwnMethods;
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
    private final OwnCode own;
    private final Set<Integer> looked = new HashSet<>();

    Waits(OwnCode own, ParsedModule module) {
        this.own = own;
        this.module = module;
        known = new KnownCalls(own, module);
    }

    boolean in(Node part) {
        return looked.add(part.id())
                && Stream.concat(Stream.of(part), part.descendants().stream()).anyMatch(this::at);
    }

    /// Numbers of nodes are those of one file.
    private boolean inMethod(Attribute method) {
        return new OwnMethods(own)
                .named(method.attribute()).stream()
                        .anyMatch(
                                it ->
                                        it.module() == module
                                                ? in(it.function())
                                                : new Waits(own, it.module())
                                                        .looksAt(it.function()));
    }

    /// In another file, without going on from there.
    private boolean looksAt(Node part) {
        return part.descendants().stream()
                .anyMatch(
                        it ->
                                it instanceof Attribute attribute
                                        && known.dotted(attribute)
                                                .filter(KnownCalls::isWaiting)
                                                .isPresent());
    }

    private boolean at(Node node) {
        return switch (node) {
            case Attribute it ->
                    known.dotted(it).filter(KnownCalls::isWaiting).isPresent() || inMethod(it);
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
