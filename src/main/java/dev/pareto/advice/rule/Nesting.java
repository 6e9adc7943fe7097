package dev.pareto.advice.rule;

import dev.pareto.source.module.Access;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.AugAssign;
import dev.pareto.source.tree.Statement.For;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether containers of containers are only looked at, the inner ones included: `for node in
/// GRAPH[name]`.
///
/// A value of nesting 0 is one that nobody can change (a number, a text), a container of these has
/// 1, a container of such containers 2. What it does not know may change something: the answer is
/// never too kind.
final class Nesting {
    /// Builtins that give a number, a text or a truth value.
    private static final Set<String> TELLING =
            Set.of("all any bool isinstance len print repr str".split(" "));

    /// Builtins that give a new container, or an iterator, of what is in their argument.
    private static final Set<String> PASSING =
            Set.of("iter list reversed set sorted tuple frozenset".split(" "));

    private static final Set<String> TELLING_METHODS = Set.of("count", "index", "keys");
    private static final Set<String> INNER_METHODS = Set.of("get");
    private static final Set<String> PASSING_METHODS = Set.of("copy", "values");

    private static final int STEPS = 12;

    private final OwnCode own;
    private final ParsedModule module;

    Nesting(OwnCode own, ParsedModule module) {
        this.own = own;
        this.module = module;
    }

    /// Whether a use of a container of that nesting, and of what it gives, changes nothing.
    boolean isLook(Node use, int nesting) {
        return isLook(use, nesting, STEPS);
    }

    private boolean isLook(Node value, int nesting, int steps) {
        if (nesting <= 0) {
            return true;
        }
        Optional<Node> above = module.parent(value);
        if (steps == 0 || above.isEmpty()) {
            return false;
        }
        return switch (above.get()) {
            case Subscript it when it.value().is(value) -> ofItem(it, nesting, steps);
            case Subscript _, FormattedValue _, UnaryOp _, Compare _ -> true;
            case Statement.If _, Statement.While _, Statement.Assert _, Statement.Expr _ -> true;
            case BoolOp it -> isTest(it) || isLook(it, nesting, steps - 1);
            case IfExp it -> it.test().is(value) || isLook(it, nesting, steps - 1);
            case For it when it.iterable().is(value) -> ofTarget(it.target(), nesting - 1, steps);
            case Comprehension it when it.iterable().is(value) ->
                    ofTarget(it.target(), nesting - 1, steps);
            case Comprehension _ -> true;
            case Assign it when it.value().is(value) ->
                    it.targets().stream().allMatch(target -> ofTarget(target, nesting, steps));
            case Call it when !it.function().is(value) -> ofArgument(it, nesting, steps);
            case Attribute it -> ofMethod(it, nesting, steps);
            default -> false;
        };
    }

    private boolean isTest(BoolOp operation) {
        return module.parent(operation)
                .filter(it -> it instanceof Statement.If || it instanceof Statement.While)
                .isPresent();
    }

    private boolean ofItem(Subscript item, int nesting, int steps) {
        boolean changed =
                item.context() != Context.LOAD
                        || (module.parent(item).orElse(item) instanceof AugAssign it
                                && it.target().is(item));
        int inner = item.index() instanceof Slice ? nesting : nesting - 1;
        return !changed && isLook(item, inner, steps - 1);
    }

    /// A variable that gets the value, or parts of it.
    private boolean ofTarget(Expression target, int nesting, int steps) {
        if (nesting <= 0) {
            return true;
        }
        return switch (target) {
            case Name name ->
                    module.binding(name).filter(it -> ofName(it, nesting, steps)).isPresent();
            case TupleDisplay it -> parts(it.elements(), nesting, steps);
            case ListDisplay it -> parts(it.elements(), nesting, steps);
            default -> false;
        };
    }

    private boolean parts(List<Expression> elements, int nesting, int steps) {
        return elements.stream().allMatch(it -> ofTarget(it, nesting - 1, steps));
    }

    private boolean ofName(Binding binding, int nesting, int steps) {
        return binding.scope().isFunctionLike()
                && binding.uses().stream()
                        .filter(use -> use.access() != Access.STORE)
                        .allMatch(
                                use ->
                                        use.access().reads()
                                                && !use.access().rebinds()
                                                && isLook(use.node(), nesting, steps - 1));
    }

    private boolean ofArgument(Call call, int nesting, int steps) {
        if (!(call.function() instanceof Name function)
                || !module.isBuiltin(function.name(), module.scopeOf(function))) {
            return false;
        }
        String name = function.name();
        if (TELLING.contains(name)) {
            return true;
        }
        if (name.equals("sum")) {
            return nesting == 1;
        }
        if (name.equals("enumerate") || name.equals("zip")) {
            return isLook(call, nesting + 1, steps - 1);
        }
        if (name.equals("max") || name.equals("min")) {
            return call.keywords().isEmpty() && isLook(call, nesting - 1, steps - 1);
        }
        return PASSING.contains(name)
                && call.keywords().isEmpty()
                && isLook(call, nesting, steps - 1);
    }

    private boolean ofMethod(Attribute method, int nesting, int steps) {
        if (!(module.parent(method).orElse(method) instanceof Call call)
                || !call.function().is(method)
                || own.defines(method.attribute())) {
            return false;
        }
        String name = method.attribute();
        return TELLING_METHODS.contains(name)
                || (INNER_METHODS.contains(name)
                        && call.arguments().size() == 1
                        && isLook(call, nesting - 1, steps - 1))
                || (PASSING_METHODS.contains(name) && isLook(call, nesting, steps - 1))
                || (name.equals("items") && isLook(call, nesting + 1, steps - 1));
    }
}
