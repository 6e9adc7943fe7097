package dev.pareto.source.module;

import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression.Comprehending;
import dev.pareto.source.tree.Expression.Lambda;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Parameter;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.For;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Loop;

import java.util.ArrayList;
import java.util.List;

/// Finds the loops that repeat a node.
final class Loops {
    private Loops() {}

    /// Finds them by what lies around the node.
    ///
    /// @param ancestors from the nearest to the root
    /// @return For, While and Comprehension nodes, the innermost first
    static List<Node> around(Node node, List<Node> ancestors) {
        List<Node> loops = new ArrayList<>();
        Node part = node;
        boolean inIterable = false;
        for (Node above : ancestors) {
            if (isBody(above, part) || (part.is(node) && part instanceof Parameter)) {
                return loops;
            }
            loops.addAll(repeating(above, part, inIterable));
            inIterable = above instanceof Comprehension it && part.is(it.iterable());
            part = above;
        }
        return loops;
    }

    /// A function's body runs when it is called, not where it stands.
    private static boolean isBody(Node function, Node part) {
        return switch (function) {
            case FunctionDef _ -> part instanceof Statement;
            case Lambda lambda -> part.is(lambda.body());
            default -> false;
        };
    }

    /// The loops that one node above brings.
    ///
    /// @param inIterable whether the part is a comprehension's clause, and the node in its iterable
    private static List<? extends Node> repeating(Node above, Node part, boolean inIterable) {
        return switch (above) {
            case For loop when part.is(loop.iterable()) -> List.of();
            case Loop loop -> isOneOf(loop.otherwise(), part) ? List.of() : List.of(loop);
            case Comprehending comprehending ->
                    generators(comprehending, part, inIterable).reversed();
            default -> List.of();
        };
    }

    private static List<Comprehension> generators(
            Comprehending comprehending, Node part, boolean inIterable) {
        List<Comprehension> generators = comprehending.generators();
        for (int i = 0; i < generators.size(); i++) {
            if (generators.get(i).is(part)) {
                return generators.subList(0, inIterable ? i : i + 1);
            }
        }
        return generators;
    }

    private static boolean isOneOf(List<? extends Node> nodes, Node sought) {
        return nodes.stream().anyMatch(node -> node.is(sought));
    }
}
