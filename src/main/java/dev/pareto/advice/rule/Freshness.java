package dev.pareto.advice.rule;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Node;

import java.util.Set;

/// Whether the value of an expression is an object that nobody else can know.
public final class Freshness {
    private static final Set<String> MAKING = Set.of("list", "sorted", "tuple");
    private static final Set<String> MAKING_METHODS =
            Set.of("split", "rsplit", "splitlines", "readlines", "copy");

    private final OwnCode own;
    private final ParsedModule module;

    public Freshness(OwnCode own, ParsedModule module) {
        this.own = own;
        this.module = module;
    }

    /// Whether it makes a new list or tuple each time.
    public boolean isNewSequence(Expression value) {
        return switch (value) {
            case ListDisplay _, ListComp _, TupleDisplay _ -> true;
            case BinOp it when it.operator() == BinaryOperator.MULTIPLY ->
                    isNewSequence(it.left()) || isNewSequence(it.right());
            case BinOp it when it.operator() == BinaryOperator.ADD ->
                    isNewSequence(it.left()) || isNewSequence(it.right());
            case Call it -> isMaking(it);
            default -> false;
        };
    }

    private boolean isMaking(Call call) {
        return switch (call.function()) {
            case Name name ->
                    MAKING.contains(name.name())
                            && module.isBuiltin(name.name(), module.scopeOf(name));
            case Attribute method ->
                    MAKING_METHODS.contains(method.attribute()) && !own.defines(method.attribute());
            default -> false;
        };
    }

    /// Whether it is a tuple for certain, which nobody can change.
    public boolean isTuple(Expression value) {
        return value instanceof TupleDisplay
                || (value instanceof Call(_, Name name, _, _)
                        && name.name().equals("tuple")
                        && module.isBuiltin("tuple", module.scopeOf(name)));
    }

    /// Whether it is a list or tuple without elements.
    public boolean isEmpty(Expression value) {
        return switch (value) {
            case ListDisplay it -> it.elements().isEmpty();
            case TupleDisplay it -> it.elements().isEmpty();
            case Call it ->
                    isMaking(it)
                            && it.function() instanceof Name
                            && it.arguments().isEmpty()
                            && it.keywords().isEmpty();
            default -> false;
        };
    }

    /// Whether evaluating an expression twice gives equal values and does nothing else.
    public static boolean isRepeatable(Node value) {
        return switch (value) {
            case Name _, Constant _ -> true;
            case UnaryOp it -> it.operand() instanceof Constant;
            case TupleDisplay it -> it.elements().stream().allMatch(Freshness::isRepeatable);
            default -> false;
        };
    }
}
