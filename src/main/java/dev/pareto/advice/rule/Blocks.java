package dev.pareto.advice.rule;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.ExceptHandler;
import dev.pareto.source.tree.MatchCase;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Loop;
import dev.pareto.source.tree.Statement.Try;
import dev.pareto.source.tree.Statement.With;

import java.util.ArrayList;
import java.util.List;

/// Which statements always run before another one.
public final class Blocks {
    private Blocks() {}

    /// The statements before a node in its own block, and in each block around it, up to its
    /// function.
    public static List<Statement> before(Statement node, ParsedModule module) {
        List<Statement> found = new ArrayList<>();
        Node part = node;
        for (Node above : module.ancestors(node)) {
            Node inner = part;
            of(above).stream()
                    .filter(block -> block.stream().anyMatch(inner::is))
                    .flatMap(List::stream)
                    .takeWhile(it -> !it.is(inner))
                    .forEach(found::add);
            if (above instanceof Statement.FunctionDef) {
                break;
            }
            part = above;
        }
        return found;
    }

    private static List<List<Statement>> of(Node node) {
        return switch (node) {
            case dev.pareto.source.tree.Module it -> List.of(it.body());
            case Statement.FunctionDef it -> List.of(it.body());
            case Loop it -> List.of(it.body(), it.otherwise());
            case Statement.If it -> List.of(it.body(), it.otherwise());
            case With it -> List.of(it.body());
            case Try it -> List.of(it.body(), it.otherwise(), it.finallyBody());
            case ExceptHandler it -> List.of(it.body());
            case MatchCase it -> List.of(it.body());
            default -> List.of();
        };
    }
}
