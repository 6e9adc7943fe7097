package dev.pareto.advice.compile;

import dev.pareto.source.module.Binding;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.BinOp;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Expression.TupleDisplay;
import dev.pareto.source.tree.Literal;
import dev.pareto.source.tree.Statement.For;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a numeric loop goes through: a range of indices, or lists side by side.
///
/// @param index the variable that counts; null where there is none
/// @param variables others, each an item of the list at the same place of `lists`
/// @param counted whether it goes through a `range` that steps by one
record Items(@Nullable Name index, List<Name> variables, List<Name> lists, boolean counted) {
    Items {
        variables = List.copyOf(variables);
        lists = List.copyOf(lists);
    }

    /// Where an item of a list stands: at the loop's own place, so much further.
    ///
    /// @param offset added to the index, as source text; empty for none
    /// @param shift the expression of it; null for none
    record Place(Name list, String offset, @Nullable Expression shift) {}

    static Optional<Items> of(For loop, ParsedModule module) {
        return switch (loop.iterable()) {
            case Name list when loop.target() instanceof Name item ->
                    Optional.of(new Items(null, List.of(item), List.of(list), false));
            case Call call when call.keywords().isEmpty() -> ofCall(call, loop.target(), module);
            default -> Optional.empty();
        };
    }

    private static Optional<Items> ofCall(Call call, Expression target, ParsedModule module) {
        if (!(call.function() instanceof Name function)
                || !module.isBuiltin(function.name(), module.scopeOf(function))) {
            return Optional.empty();
        }
        int given = call.arguments().size();
        return switch (function.name()) {
            case "range" ->
                    target instanceof Name index && (given == 1 || given == 2)
                            ? Optional.of(new Items(index, List.of(), List.of(), true))
                            : Optional.empty();
            case "zip" -> sideBySide(call.arguments(), target);
            case "enumerate" ->
                    given == 1
                                    && call.arguments().getFirst() instanceof Name list
                                    && target instanceof TupleDisplay(_, var parts, _)
                                    && parts.size() == 2
                                    && parts.getFirst() instanceof Name index
                                    && parts.getLast() instanceof Name item
                            ? Optional.of(new Items(index, List.of(item), List.of(list), false))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Items> sideBySide(List<Expression> given, Expression target) {
        if (given.isEmpty()
                || !(target instanceof TupleDisplay(_, var parts, _))
                || parts.size() != given.size()) {
            return Optional.empty();
        }
        List<Name> lists = new ArrayList<>();
        List<Name> variables = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (!(given.get(i) instanceof Name list) || !(parts.get(i) instanceof Name variable)) {
                return Optional.empty();
            }
            lists.add(list);
            variables.add(variable);
        }
        return Optional.of(new Items(null, variables, lists, false));
    }

    /// All variables that the loop binds itself.
    List<Name> bound() {
        List<Name> all = new ArrayList<>(variables);
        if (index != null) {
            all.addFirst(index);
        }
        return all;
    }

    boolean isIndex(Expression expression, ParsedModule module) {
        return index != null && isSame(index, expression, module);
    }

    /// The list of which a variable is the item.
    Optional<Name> listOf(Name name, ParsedModule module) {
        for (int i = 0; i < variables.size(); i++) {
            if (isSame(variables.get(i), name, module)) {
                return Optional.of(lists.get(i));
            }
        }
        return Optional.empty();
    }

    /// The place of `list[index]`, `list[index + 1]`, `list[index - lag]`.
    Optional<Place> place(Subscript item, ParsedModule module) {
        if (!(item.value() instanceof Name list)) {
            return Optional.empty();
        }
        if (isIndex(item.index(), module)) {
            return Optional.of(new Place(list, "", null));
        }
        if (!(item.index() instanceof BinOp(_, var left, var operator, var right))) {
            return Optional.empty();
        }
        boolean adds = operator == BinaryOperator.ADD;
        if (!adds && operator != BinaryOperator.SUBTRACT) {
            return Optional.empty();
        }
        Expression shift =
                isIndex(left, module) ? right : adds && isIndex(right, module) ? left : null;
        boolean plain =
                (shift instanceof Name it && !isIndex(it, module) && listOf(it, module).isEmpty())
                        || shift instanceof Constant(_, Literal.Int _);
        return plain && shift != null
                ? Optional.of(
                        new Place(
                                list,
                                " %s %s".formatted(operator.symbol(), module.text(shift)),
                                shift))
                : Optional.empty();
    }

    static boolean isSame(Name one, Expression other, ParsedModule module) {
        Optional<Binding> binding = module.binding(one);
        return other instanceof Name name
                && binding.isPresent()
                && Objects.equals(binding, module.binding(name));
    }
}
