package dev.pareto.advice.rule;

import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.source.module.Binding;
import dev.pareto.source.module.DynamicAccess;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.BinOp;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Compare;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.DictDisplay;
import dev.pareto.source.tree.Expression.ListDisplay;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.SetDisplay;
import dev.pareto.source.tree.Expression.TupleDisplay;
import dev.pareto.source.tree.Expression.UnaryOp;
import dev.pareto.source.tree.Statement.AnnAssign;
import dev.pareto.source.tree.Statement.Assign;
import dev.pareto.source.tree.Statement.AugAssign;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Finds global variables that are bound once and whose value never changes.
public final class SteadyGlobals {
    /// Their results cannot change.
    private static final Set<String> FREEZING =
            Set.of("abs bool bytes complex float input int len ord chr range round str".split(" "));

    private static final Set<String> LOOKING = Set.of("get", "items", "keys", "values");
    private static final int DEPTH = 8;

    private final Code code;

    public SteadyGlobals(Code code) {
        this.code = code;
    }

    /// Whether a name means a global of its file that has the same value for ever once it has one.
    public boolean isSteady(Name name) {
        return isSteady(name, DEPTH);
    }

    private boolean isSteady(Name name, int depth) {
        ParsedModule module = code.module();
        Optional<Holder> found = new Holders(code).of(name);
        if (depth == 0
                || found.isEmpty()
                || found.get().reach() != Reach.GLOBAL
                || code.own().unread().isPresent()
                || code.own().modules().stream()
                        .anyMatch(it -> it.uses(DynamicAccess.Kind.STAR_IMPORT))
                || new DynamicNames(code.own()).reason(found.get(), module, name).isPresent()) {
            return false;
        }
        Holder holder = found.get();
        List<Handling> bound = holder.uses(Kind.REBOUND).toList();
        if (bound.size() != 1
                || holder.uses().stream().anyMatch(use -> use.by() instanceof AugAssign)
                || !isOnce(bound.getFirst())) {
            return false;
        }
        return value(bound.getFirst())
                .filter(
                        value ->
                                isFrozen(value, depth)
                                        || (isConstantDisplay(value, depth)
                                                && holder.uses().stream()
                                                        .allMatch(SteadyGlobals::isLooking))
                                        || isNested(value, holder, depth))
                .isPresent();
    }

    /// Containers of containers, made here, that are only looked at.
    private boolean isNested(Expression value, Holder holder, int depth) {
        OptionalInt nesting = new NewContainers(code, it -> isFrozen(it, depth)).nesting(value);
        return nesting.isPresent()
                && holder.uses().stream()
                        .filter(use -> !use.is(Kind.REBOUND))
                        .allMatch(
                                use ->
                                        new Nesting(code.own(), use.module())
                                                .isLook(use.use(), nesting.getAsInt()));
    }

    private boolean isOnce(Handling bound) {
        return bound.module() == code.module()
                && code.module().scopeOf(bound.use()) == code.module().moduleScope()
                && code.module().enclosingLoops(bound.use()).isEmpty();
    }

    private static Optional<Expression> value(Handling bound) {
        return switch (bound.by()) {
            case Assign it
                    when it.targets().size() == 1 && it.targets().getFirst().is(bound.use()) ->
                    Optional.of(it.value());
            case AnnAssign it when it.target().is(bound.use()) -> Optional.ofNullable(it.value());
            default -> Optional.empty();
        };
    }

    /// Whether the value of an expression is a number, a text or the like.
    private boolean isFrozen(Expression value, int depth) {
        return switch (value) {
            case Constant _ -> true;
            case UnaryOp it -> isFrozen(it.operand(), depth);
            case BinOp it -> isFrozen(it.left(), depth) && isFrozen(it.right(), depth);
            case Compare _ -> true;
            case TupleDisplay it -> it.elements().stream().allMatch(each -> isFrozen(each, depth));
            case Name it -> isSteady(it, depth - 1);
            case Attribute it -> isOfMath(it);
            case Call(_, Name function, _, _) ->
                    FREEZING.contains(function.name())
                            && code.module()
                                    .isBuiltin(function.name(), code.module().scopeOf(function));
            default -> false;
        };
    }

    private boolean isOfMath(Attribute attribute) {
        return attribute.value() instanceof Name name
                && name.name().equals("math")
                && code.module()
                        .binding(name)
                        .filter(it -> it.is(Binding.Role.IMPORTED))
                        .isPresent();
    }

    private boolean isConstantDisplay(Expression value, int depth) {
        return switch (value) {
            case ListDisplay it -> it.elements().stream().allMatch(each -> isFrozen(each, depth));
            case SetDisplay it -> it.elements().stream().allMatch(each -> isFrozen(each, depth));
            case DictDisplay it ->
                    it.entries().stream()
                            .allMatch(
                                    entry -> entry.key() != null && isFrozen(entry.value(), depth));
            default -> false;
        };
    }

    private static boolean isLooking(Handling use) {
        return switch (use.kind()) {
            case ASKED, READ, ITERATED, REBOUND -> true;
            case CHANGED ->
                    use.by() instanceof Call(_, Attribute method, _, _)
                            && LOOKING.contains(method.attribute());
            case KEPT, PASSED, RETURNED -> false;
        };
    }
}
