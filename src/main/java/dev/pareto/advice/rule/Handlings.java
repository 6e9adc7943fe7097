package dev.pareto.advice.rule;

import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Keyword;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;

import java.util.Optional;
import java.util.Set;

/// Reads from the source what a use of a variable does with the container that it holds.
///
/// What it does not know is [Kind#KEPT]: the answer is never too kind.
public final class Handlings {
    /// Builtins that look at an argument, and return nothing through which it could be changed.
    private static final Set<String> LOOKING =
            Set.of(
                    ("all any bool bytes dict enumerate filter frozenset hash id isinstance iter len"
                                    + " list map max min print repr reversed set sorted str sum tuple"
                                    + " type zip")
                            .split(" "));

    /// Methods of builtin types that only iterate their argument.
    private static final Set<String> ITERATING =
            Set.of(
                    ("difference difference_update extend fromkeys intersection"
                                    + " intersection_update isdisjoint issubset issuperset join"
                                    + " symmetric_difference union update writelines")
                            .split(" "));

    /// Methods of builtin containers that change nothing.
    private static final Set<String> READING = Set.of("copy", "count", "index");

    private final OwnCode own;
    private final ParsedModule module;

    public Handlings(OwnCode own, ParsedModule module) {
        this.own = own;
        this.module = module;
    }

    /// What happens to the container at a name or an attribute.
    public Handling of(Node use) {
        return module.parent(use)
                .map(parent -> of(use, parent))
                .orElseGet(() -> found(Kind.KEPT, use, use, "its use"));
    }

    private Handling of(Node use, Node parent) {
        return switch (parent) {
            case Compare it -> ofComparison(use, it);
            case Attribute it -> ofMethod(use, it);
            case Subscript it when it.value().is(use) -> ofSubscript(use, it);
            case Slice it -> found(Kind.READ, use, it, "a slice");
            case For it when it.iterable().is(use) ->
                    found(Kind.ITERATED, use, it, "the iteration");
            case Comprehension it when it.iterable().is(use) ->
                    found(Kind.ITERATED, use, it, "the iteration");
            case Call it -> ofArgument(use, it);
            case Keyword it -> ofKeyword(use, it);
            case Starred it when it.context() == Context.LOAD ->
                    found(Kind.READ, use, it, "unpacking");
            case BinOp it -> found(Kind.READ, use, it, "an operator");
            case UnaryOp it -> found(Kind.READ, use, it, "an operator");
            case BoolOp it -> ofBoolean(use, it);
            case FormattedValue it -> found(Kind.READ, use, it, "formatting");
            case If it -> found(Kind.READ, use, it, "a test");
            case While it -> found(Kind.READ, use, it, "a test");
            case Assert it -> found(Kind.READ, use, it, "a test");
            case IfExp it when it.test().is(use) -> found(Kind.READ, use, it, "a test");
            case Expr it -> found(Kind.READ, use, it, "a statement");
            case YieldFrom it -> found(Kind.READ, use, it, "the iteration");
            case Return it -> found(Kind.RETURNED, use, it, "the return");
            case TupleDisplay it when module.parent(it).orElse(it) instanceof Return ret ->
                    found(Kind.RETURNED, use, ret, "the return");
            case Assign it -> ofAssignment(use, it);
            case AnnAssign it when it.target().is(use) ->
                    found(it.value() == null ? Kind.READ : Kind.REBOUND, use, it, "the assignment");
            case AugAssign it when it.target().is(use) ->
                    found(Kind.CHANGED, use, it, it.operator().symbol() + "=");
            case AugAssign it -> found(Kind.READ, use, it, "an operator");
            case Delete it -> found(Kind.REBOUND, use, it, "del");
            case For it -> found(Kind.REBOUND, use, it, "the loop");
            case NamedExpr it when it.target().is(use) ->
                    found(Kind.REBOUND, use, it, "the assignment");
            case Statement.Global it -> found(Kind.READ, use, it, "global");
            default -> ofOther(use, parent);
        };
    }

    private Handling ofOther(Node use, Node parent) {
        boolean binds =
                switch (use) {
                    case Name it -> it.context() != Context.LOAD;
                    case Attribute it -> it.context() != Context.LOAD;
                    default -> true;
                };
        return binds
                ? found(Kind.REBOUND, use, parent, "the assignment")
                : found(Kind.KEPT, use, parent, "another reference to it");
    }

    private Handling ofComparison(Node use, Compare comparison) {
        for (int i = 0; i < comparison.comparators().size(); i++) {
            ComparisonOperator operator = comparison.operators().get(i);
            boolean asks =
                    operator == ComparisonOperator.IN || operator == ComparisonOperator.NOT_IN;
            if (asks && comparison.comparators().get(i).is(use)) {
                Kind kind = comparison.operators().size() == 1 ? Kind.ASKED : Kind.READ;
                return found(kind, use, comparison, operator.symbol());
            }
        }
        return found(Kind.READ, use, comparison, "a comparison");
    }

    private Handling ofMethod(Node use, Attribute method) {
        String name = method.attribute();
        if (method.context() == Context.LOAD
                && module.parent(method).orElse(method) instanceof Call call
                && call.function().is(method)) {
            return found(READING.contains(name) ? Kind.READ : Kind.CHANGED, use, call, name + "()");
        }
        return found(Kind.KEPT, use, method, "its " + name + " under another name");
    }

    private Handling ofSubscript(Node use, Subscript item) {
        return item.context() == Context.LOAD
                        && !(module.parent(item).orElse(item) instanceof AugAssign it
                                && it.target().is(item))
                ? found(Kind.READ, use, item, "an index")
                : found(
                        Kind.CHANGED,
                        use,
                        item,
                        item.context() == Context.DELETE
                                ? "del of an item"
                                : item.index() instanceof Slice
                                        ? "the assignment to a slice"
                                        : "the assignment to an item");
    }

    private Handling ofArgument(Node use, Call call) {
        if (call.function().is(use)) {
            return found(Kind.PASSED, use, call, "its call");
        }
        boolean looks =
                switch (call.function()) {
                    case Name name ->
                            LOOKING.contains(name.name())
                                    && module.isBuiltin(name.name(), module.scopeOf(name));
                    case Attribute method ->
                            ITERATING.contains(method.attribute())
                                    && !own.defines(method.attribute());
                    default -> false;
                };
        String function = module.text(call.function()).lines().findFirst().orElse("");
        return found(looks ? Kind.READ : Kind.PASSED, use, call, "the call of " + function + "()");
    }

    private Handling ofKeyword(Node use, Keyword keyword) {
        Optional<Call> call =
                module.parent(keyword).filter(Call.class::isInstance).map(Call.class::cast);
        return call.isPresent()
                ? found(
                        Kind.PASSED,
                        use,
                        call.get(),
                        "the call of " + module.text(call.get().function()) + "()")
                : found(Kind.KEPT, use, keyword, "another reference to it");
    }

    /// `a or b` is one of both, unless only its truth counts.
    private Handling ofBoolean(Node use, BoolOp operation) {
        Node value = operation;
        Optional<Node> above = module.parent(operation);
        while (above.isPresent() && above.get() instanceof BoolOp it) {
            value = it;
            above = module.parent(it);
        }
        Node part = value;
        boolean tested =
                above.filter(
                                it ->
                                        switch (it) {
                                            case If _, While _, Assert _, Expr _ -> true;
                                            case UnaryOp _ -> true;
                                            case IfExp choice -> choice.test().is(part);
                                            case Comprehension loop -> !loop.iterable().is(part);
                                            default -> false;
                                        })
                        .isPresent();
        return found(
                tested ? Kind.READ : Kind.KEPT,
                use,
                operation,
                tested ? "a test" : "another reference to it");
    }

    private Handling ofAssignment(Node use, Assign assignment) {
        if (!assignment.value().is(use)) {
            return found(Kind.REBOUND, use, assignment, "the assignment");
        }
        boolean unpacks =
                assignment.targets().stream()
                        .allMatch(it -> it instanceof TupleDisplay || it instanceof ListDisplay);
        return found(
                unpacks ? Kind.READ : Kind.KEPT,
                use,
                assignment,
                unpacks ? "unpacking" : "another name for it");
    }

    private Handling found(Kind kind, Node use, Node by, String what) {
        return new Handling(kind, module, use, by, what);
    }
}
