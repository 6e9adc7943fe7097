package dev.pareto.advice.container;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Freshness;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.StatementEdits;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.ListDisplay;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Starred;
import dev.pareto.source.tree.Expression.TupleDisplay;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.AugAssign;
import dev.pareto.source.tree.Statement.Expr;
import dev.pareto.source.tree.Statement.FunctionDef;
import dev.pareto.source.tree.Statement.Try;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Repeats each change of a list on the set beside it.
final class MirroredChanges {
    private static final Set<String> KEEPING = Set.of("sort()", "reverse()");
    private static final Set<String> REMOVING =
            Set.of("remove()", "pop()", "del of an item", "the assignment to an item");

    /// The edits for one change, or why it cannot be repeated.
    sealed interface Mirror {}

    record Mirrored(List<TextEdit> edits) implements Mirror {}

    record Unmirrored(String reason) implements Mirror {}

    private final ParsedModule module;
    private final StatementEdits statements;
    private final Freshness freshness;
    private final boolean cleared;

    /// @param cleared whether the list is ever emptied or replaced
    MirroredChanges(Code code, boolean cleared) {
        module = code.module();
        this.cleared = cleared;
        freshness = new Freshness(code.own(), module);
        statements = new StatementEdits(module.source());
    }

    /// @param set how the set is called there, as in `self.seen_set`
    Mirror of(Handling change, String set) {
        String list = module.text(change.use());
        if (change.by() instanceof AugAssign it && it.operator() == BinaryOperator.ADD) {
            return extended(it, it.value(), list, set, change);
        }
        if (REMOVING.contains(change.what())) {
            return new Unmirrored(
                    change.where()
                            + " takes an item away, of which an equal one may remain: a set would"
                            + " forget both");
        }
        if (!(change.by() instanceof Call call)) {
            return new Unmirrored(change.where() + " cannot be repeated on a set");
        }
        if (!(module.parent(call).orElse(call) instanceof Expr statement)) {
            return new Unmirrored(
                    "it is changed in the middle of an expression (" + change.where() + ")");
        }
        List<Expression> arguments = call.arguments();
        boolean plain =
                call.keywords().isEmpty()
                        && arguments.stream().noneMatch(Starred.class::isInstance);
        Mirror none = new Unmirrored(change.where() + " cannot be repeated on a set");
        if (KEEPING.contains(change.what())) {
            return mentions(call, change) ? none : new Mirrored(List.of());
        }
        return plain ? repeated(statement, change, arguments, set).orElse(none) : none;
    }

    private Optional<Mirror> repeated(
            Expr statement, Handling change, List<Expression> arguments, String set) {
        String list = module.text(change.use());
        String signature = change.what() + arguments.size();
        return switch (signature) {
            case "append()1" -> Optional.of(appended(statement, arguments.getFirst(), list, set));
            case "insert()2" ->
                    Freshness.isRepeatable(arguments.getLast())
                            ? Optional.of(
                                    before(
                                            statement,
                                            set + ".add(" + module.text(arguments.getLast()) + ")"))
                            : Optional.empty();
            case "extend()1" ->
                    Optional.of(extended(statement, arguments.getFirst(), list, set, change));
            case "clear()0" -> Optional.of(before(statement, set + ".clear()"));
            default -> Optional.empty();
        };
    }

    private Mirror appended(Statement statement, Expression item, String list, String set) {
        return Freshness.isRepeatable(item)
                ? before(statement, set + ".add(" + module.text(item) + ")")
                : new Mirrored(
                        List.of(statements.after(statement, set + ".add(" + list + "[-1])")));
    }

    private Mirror extended(
            Statement statement, Expression more, String list, String set, Handling change) {
        boolean display =
                switch (more) {
                    case ListDisplay it -> it.elements().stream().allMatch(Freshness::isRepeatable);
                    case TupleDisplay it -> Freshness.isRepeatable(it);
                    default -> false;
                };
        if (display) {
            return before(statement, set + ".update(" + module.text(more) + ")");
        }
        if (mentions(more, change) && !(more instanceof Expression.ListComp)) {
            return new Unmirrored("it is asked while it grows (" + change.where() + ")");
        }
        if (isInTry(statement) && !freshness.isNewSequence(more)) {
            return new Unmirrored(
                    "when it fails halfway, nobody knows what the list holds ("
                            + change.where()
                            + ")");
        }
        if (cleared
                && Stream.concat(Stream.of(more), more.descendants().stream())
                        .anyMatch(MirroredChanges::runsCode)) {
            // What runs meanwhile may clear the list: then its length from before means nothing.
            return new Mirrored(
                    List.of(statements.after(statement, set + ".update(" + list + ")")));
        }
        // The new items may come from an iterator, which can be read only once: so from the list.
        String old = module.freshName("old_length");
        return new Mirrored(
                List.of(
                        statements.before(statement, old + " = len(" + list + ")"),
                        statements.after(statement, set + ".update(" + list + "[" + old + ":])")));
    }

    private boolean isInTry(Statement statement) {
        return module.ancestors(statement).stream()
                .takeWhile(above -> !(above instanceof FunctionDef))
                .anyMatch(Try.class::isInstance);
    }

    private static boolean runsCode(Node node) {
        return node instanceof Call || node instanceof Expression.Await;
    }

    private Mirror before(Statement statement, String code) {
        return new Mirrored(List.of(statements.before(statement, code)));
    }

    /// Whether the list is used in a part of the code, beside the change itself.
    private boolean mentions(Node part, Handling change) {
        String list = module.text(change.use());
        return part.descendants().stream()
                .filter(node -> !node.is(change.use()))
                .anyMatch(
                        node ->
                                (node instanceof Name || node instanceof Expression.Attribute)
                                        && module.text(node).equals(list));
    }
}
