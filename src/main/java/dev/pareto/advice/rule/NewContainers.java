package dev.pareto.advice.rule;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// How deep containers are that an expression makes, when nobody else can know them or anything in
/// them: `[[0] * width for _ in range(height)]` has 2, a number or a text 0.
final class NewContainers {
    private static final Set<String> TEXT_METHODS =
            Set.of(
                    "decode encode format join lower lstrip read read_text replace rstrip strip title"
                            .concat(" upper zfill")
                            .split(" "));

    private static final Set<String> LIST_METHODS = Set.of("split", "rsplit", "splitlines");

    private final Code code;
    private final ParsedModule module;
    private final Predicate<Expression> frozen;

    /// @param frozen whether an expression gives what nobody can change
    NewContainers(Code code, Predicate<Expression> frozen) {
        this.code = code;
        module = code.module();
        this.frozen = frozen;
    }

    /// Empty where it is not known.
    OptionalInt nesting(Expression value) {
        return nesting(value, Set.of());
    }

    /// @param items names of variables of comprehensions around it that hold numbers or texts
    private OptionalInt nesting(Expression value, Set<String> items) {
        if (frozen.test(value)) {
            return OptionalInt.of(0);
        }
        return switch (value) {
            case Name it -> items.contains(it.name()) ? OptionalInt.of(0) : OptionalInt.empty();
            case JoinedStr _, Compare _ -> OptionalInt.of(0);
            case BinOp it when it.operator() == BinaryOperator.MULTIPLY && isList(it.left()) ->
                    nesting(it.left(), items);
            case BinOp it -> numbers(List.of(it.left(), it.right()), items);
            case UnaryOp it -> numbers(List.of(it.operand()), items);
            case IfExp it -> deepest(List.of(it.body(), it.otherwise()), items, 0);
            case ListDisplay it -> deepest(it.elements(), items, 1);
            case SetDisplay it -> deepest(it.elements(), items, 1);
            case TupleDisplay it -> deepest(it.elements(), items, 1);
            case DictDisplay it -> ofDict(it, items);
            case ListComp it -> ofComprehension(it.generators(), List.of(it.element()), items);
            case SetComp it -> ofComprehension(it.generators(), List.of(it.element()), items);
            case DictComp it -> ofComprehension(it.generators(), List.of(it.value()), items);
            case Call it -> ofCall(it, items);
            default -> OptionalInt.empty();
        };
    }

    private static boolean isList(Expression value) {
        return value instanceof ListDisplay || value instanceof ListComp;
    }

    private OptionalInt numbers(List<Expression> parts, Set<String> items) {
        return parts.stream().map(it -> nesting(it, items)).allMatch(OptionalInt.of(0)::equals)
                ? OptionalInt.of(0)
                : OptionalInt.empty();
    }

    private OptionalInt deepest(List<Expression> parts, Set<String> items, int more) {
        int most = 0;
        for (Expression part : parts) {
            OptionalInt nesting = nesting(part, items);
            if (nesting.isEmpty()) {
                return OptionalInt.empty();
            }
            most = Math.max(most, nesting.getAsInt());
        }
        return OptionalInt.of(most + more);
    }

    private OptionalInt ofDict(DictDisplay dict, Set<String> items) {
        boolean whole = dict.entries().stream().allMatch(it -> it.key() != null);
        return whole
                ? deepest(dict.entries().stream().map(it -> it.value()).toList(), items, 1)
                : OptionalInt.empty();
    }

    private OptionalInt ofComprehension(
            List<Comprehension> generators, List<Expression> values, Set<String> items) {
        List<String> known = new ArrayList<>(items);
        for (Comprehension generator : generators) {
            if (!(generator.target() instanceof Name item)
                    || !isOfAtoms(generator.iterable(), Set.copyOf(known))) {
                return OptionalInt.empty();
            }
            known.add(item.name());
        }
        return deepest(values, Set.copyOf(known), 1);
    }

    /// Whether each item is a number or a text.
    private boolean isOfAtoms(Expression iterable, Set<String> items) {
        OptionalInt nesting = nesting(iterable, items);
        return nesting.isPresent() && nesting.getAsInt() <= 1;
    }

    private OptionalInt ofCall(Call call, Set<String> items) {
        return switch (call.function()) {
            case Name name when module.isBuiltin(name.name(), module.scopeOf(name)) ->
                    ofBuiltin(name.name(), call, items);
            case Attribute method when !code.own().defines(method.attribute()) ->
                    TEXT_METHODS.contains(method.attribute())
                            ? OptionalInt.of(0)
                            : LIST_METHODS.contains(method.attribute())
                                    ? OptionalInt.of(1)
                                    : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    private OptionalInt ofBuiltin(String name, Call call, Set<String> items) {
        return switch (name) {
            case "range" -> OptionalInt.of(1);
            case "list", "tuple", "set", "frozenset", "sorted" ->
                    call.arguments().isEmpty()
                            ? OptionalInt.of(1)
                            : isOfAtoms(call.arguments().getFirst(), items)
                                    ? OptionalInt.of(1)
                                    : OptionalInt.empty();
            case "dict" ->
                    call.arguments().isEmpty() && call.keywords().isEmpty()
                            ? OptionalInt.of(1)
                            : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }
}
