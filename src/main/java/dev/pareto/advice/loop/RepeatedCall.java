package dev.pareto.advice.loop;

import dev.pareto.advice.rule.Code;
import dev.pareto.advice.rule.Handling;
import dev.pareto.advice.rule.Handling.Kind;
import dev.pareto.advice.rule.Handlings;
import dev.pareto.advice.rule.Holder;
import dev.pareto.advice.rule.Holder.Reach;
import dev.pareto.advice.rule.Holders;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Slice;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Expression.UnaryOp;
import dev.pareto.source.tree.Keyword;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.Assign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A call of a builtin that looks at all elements of one container: `sorted(items)`.
///
/// @param function the builtin's name
/// @param operand the container: a variable, or an attribute
/// @param name of the variable or attribute alone
record RepeatedCall(Call call, String function, Expression operand, String name) {
    /// What the result is made of decides what may be done to it.
    private static final Set<String> CONTAINERS =
            Set.of("frozenset", "list", "set", "sorted", "tuple");

    private static final Set<String> NUMBERS = Set.of("max", "min", "sum");

    private static final Map<String, Set<String>> KEYWORDS =
            Map.of(
                    "sorted", Set.of("key", "reverse"),
                    "max", Set.of("default", "key"),
                    "min", Set.of("default", "key"));

    private static final Set<String> KEYS =
            Set.of("abs", "bool", "float", "int", "len", "repr", "str");

    static Optional<RepeatedCall> of(Node node, Code code) {
        if (!(node instanceof Call(_, Name function, var arguments, var keywords))
                || !(CONTAINERS.contains(function.name()) || NUMBERS.contains(function.name()))
                || arguments.size() != 1
                || named(arguments.getFirst()).isEmpty()
                || !code.module().isBuiltin(function.name(), code.module().scopeOf(function))
                || !keywords.stream().allMatch(it -> isKnown(it, function.name(), code))) {
            return Optional.empty();
        }
        Expression operand = operand(arguments.getFirst());
        return Optional.of(
                new RepeatedCall(
                        (Call) node, function.name(), operand, named(operand).orElseThrow()));
    }

    private static Optional<String> named(Expression expression) {
        return switch (operand(expression)) {
            case Name it -> Optional.of(it.name());
            case Attribute it -> Optional.of(it.attribute());
            default -> Optional.empty();
        };
    }

    /// A part that is cut out between constants stays what it is as long as the whole does.
    private static Expression operand(Expression argument) {
        return argument instanceof Subscript part
                        && part.index() instanceof Slice slice
                        && slice.children().stream().allMatch(RepeatedCall::isConstant)
                ? part.value()
                : argument;
    }

    private static boolean isConstant(Node bound) {
        return bound instanceof Constant
                || (bound instanceof UnaryOp it && it.operand() instanceof Constant);
    }

    private static boolean isKnown(Keyword keyword, String function, Code code) {
        return KEYWORDS.getOrDefault(function, Set.of()).contains(keyword.name())
                && (keyword.value() instanceof Constant
                        || (keyword.value() instanceof Name key
                                && KEYS.contains(key.name())
                                && code.module()
                                        .isBuiltin(key.name(), code.module().scopeOf(key))));
    }

    /// Whether the values of the elements matter, not only which objects they are.
    boolean compares() {
        return function.equals("sorted") || NUMBERS.contains(function);
    }

    /// Whether an empty container is an error.
    boolean needsElements() {
        return (function.equals("max") || function.equals("min"))
                && call.keywords().stream().noneMatch(it -> "default".equals(it.name()));
    }

    /// Why everybody could not share one result.
    Optional<String> kept(Code code) {
        if (NUMBERS.contains(function)
                || function.equals("tuple")
                || function.equals("frozenset")) {
            return Optional.empty();
        }
        Handling use = new Handlings(code.own(), code.module()).of(call);
        if (isLooking(use)) {
            return Optional.empty();
        }
        return code.module().parent(call).orElseThrow() instanceof Assign it
                        && it.targets().size() == 1
                        && it.targets().getFirst() instanceof Name name
                        && isOnlyLookedAt(name, code)
                ? Optional.empty()
                : Optional.of(
                        "what it gives is kept or changed (%s in line %d)"
                                .formatted(use.what(), use.line()));
    }

    private static boolean isLooking(Handling use) {
        return use.is(Kind.ASKED) || use.is(Kind.READ) || use.is(Kind.ITERATED);
    }

    private static boolean isOnlyLookedAt(Name name, Code code) {
        ParsedModule module = code.module();
        return new Holders(code)
                .of(name)
                .filter(holder -> isPrivate(holder, module))
                .filter(
                        holder ->
                                holder.uses().stream()
                                        .allMatch(use -> isLooking(use) || use.is(Kind.REBOUND)))
                .isPresent();
    }

    private static boolean isPrivate(Holder holder, ParsedModule module) {
        return holder.reach() == Reach.LOCAL
                || (holder.reach() == Reach.GLOBAL
                        && holder.uses().stream()
                                .allMatch(
                                        use ->
                                                use.module() == module
                                                        && module.enclosingFunction(use.use())
                                                                .isEmpty()));
    }

    /// The call as it stands before the loop: where there is no round it must not fail.
    String before(Code code) {
        String text = code.module().text(call);
        String open = text.substring(0, text.length() - 1).stripTrailing();
        return needsElements() ? open + (open.endsWith(",") ? " " : ", ") + "default=None)" : text;
    }

    /// Types of which each evaluation gives the same.
    static final List<String> STEADY_TYPES =
            List.of("bytes", "dict", "frozenset", "list", "range", "set", "str", "tuple");
}
