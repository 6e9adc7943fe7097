package dev.pareto.advice.rule;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Await;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.GeneratorExp;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Yield;
import dev.pareto.source.tree.Expression.YieldFrom;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.For;
import dev.pareto.source.tree.Statement.With;

import java.util.Optional;
import java.util.Set;

/// Finds where a function pauses and other code runs: `yield`, `await`, a generator that is read
/// later.
public final class Pauses {
    private static final Set<String> CONSUMING =
            Set.of(
                    "all any bytes dict frozenset list max min next set sorted sum tuple join"
                            .split(" "));

    private final ParsedModule module;

    public Pauses(ParsedModule module) {
        this.module = module;
    }

    /// The first pause in a part of one function; functions defined in it do not count.
    public Optional<Node> in(Node part) {
        var function = module.enclosingFunction(part);
        return part.descendants().stream()
                .filter(Pauses::isPause)
                .filter(
                        node ->
                                module.enclosingFunction(node)
                                        .map(Node::id)
                                        .equals(function.map(Node::id)))
                .findFirst();
    }

    /// The generator expression around a node that is not read up where it stands.
    ///
    /// @param within the search ends at this node
    public Optional<Node> laterThan(Node node, Node within) {
        return module.ancestors(node).stream()
                .takeWhile(above -> !above.is(within))
                .filter(GeneratorExp.class::isInstance)
                .filter(generator -> !isReadUp(generator))
                .findFirst();
    }

    private boolean isReadUp(Node generator) {
        return module.parent(generator).orElse(generator) instanceof Call call
                && call.arguments().stream().anyMatch(generator::is)
                && switch (call.function()) {
                    case Name name ->
                            CONSUMING.contains(name.name())
                                    && module.isBuiltin(name.name(), module.scopeOf(name));
                    case Attribute method -> method.attribute().equals("join");
                    default -> false;
                };
    }

    private static boolean isPause(Node node) {
        return switch (node) {
            case Yield _, YieldFrom _, Await _ -> true;
            case For it -> it.async();
            case With it -> it.async();
            case Comprehension it -> it.async();
            default -> false;
        };
    }
}
