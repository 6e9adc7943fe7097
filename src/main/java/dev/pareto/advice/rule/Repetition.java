package dev.pareto.advice.rule;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.ArrayList;
import java.util.List;

/// Finds the statements before which something can be done once that a loop does each time.
public final class Repetition {
    private Repetition() {}

    /// The statements that repeat a node, the innermost first: loops, and statements that hold a
    /// comprehension. Those before which nothing can stand are among them where they are in no
    /// `if`.
    public static List<Statement> of(Node node, Code code) {
        ParsedModule module = code.module();
        StatementEdits statements = new StatementEdits(code.source());
        List<Statement> found = new ArrayList<>();
        for (Node loop : module.enclosingLoops(node)) {
            Statement statement = module.enclosingStatement(loop).orElseThrow();
            while (!statements.canPrecede(statement)
                    && module.parent(statement).orElse(statement) instanceof Statement.If above) {
                statement = above;
            }
            if (found.isEmpty() || !found.getLast().is(statement)) {
                found.add(statement);
            }
        }
        return found;
    }
}
