package dev.pareto.advice.compile;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement.Assign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the expressions of a numeric loop are made of: lists of which each item is read, and values
/// that stay the same while the loop runs.
///
/// @param lists by name, each with an expression that reads an item of it
/// @param scalars by their text
record Leaves(Map<String, Expression> lists, Map<String, Expression> scalars) {
    private static final Set<String> FUNCTIONS = Set.of("abs", "min", "max");

    static Leaves of(NumericLoop loop) {
        ParsedModule module = loop.module();
        Map<String, Expression> lists = new LinkedHashMap<>();
        Map<String, Expression> scalars = new LinkedHashMap<>();
        loop.evaluated().forEach(it -> enter(it, loop, module, lists, scalars));
        return new Leaves(lists, scalars);
    }

    private static void enter(
            Expression expression,
            NumericLoop loop,
            ParsedModule module,
            Map<String, Expression> lists,
            Map<String, Expression> scalars) {
        switch (expression) {
            case Name name -> {
                Optional<Name> list = loop.items().listOf(name, module);
                if (list.isPresent()) {
                    lists.putIfAbsent(list.get().name(), name);
                } else if (!loop.items().isIndex(name, module) && !isStep(name, loop)) {
                    scalars.putIfAbsent(name.name(), name);
                }
            }
            case Subscript item -> {
                var place = loop.items().place(item, module);
                if (place.isPresent()) {
                    lists.putIfAbsent(place.get().list().name(), item);
                    if (place.get().shift() instanceof Name shift) {
                        scalars.putIfAbsent(shift.name(), shift);
                    }
                } else {
                    scalars.putIfAbsent(module.text(item), item);
                }
            }
            case Expression.Call call ->
                    call.arguments().forEach(it -> enter(it, loop, module, lists, scalars));
            default -> {
                for (Node child : expression.children()) {
                    if (child instanceof Expression part) {
                        enter(part, loop, module, lists, scalars);
                    }
                }
            }
        }
    }

    /// Whether a value has a name of its own for each item.
    static boolean isStep(Name name, NumericLoop loop) {
        return step(name, loop).isPresent();
    }

    static Optional<Assign> step(Name name, NumericLoop loop) {
        return loop.steps().stream()
                .filter(it -> Items.isSame((Name) it.targets().getFirst(), name, loop.module()))
                .findFirst();
    }

    /// Whether a value that stays can be read again without doing anything: a variable, or an item
    /// of a list by such a one.
    static boolean isReadable(Expression scalar, NumericLoop loop) {
        return switch (scalar) {
            case Name _ -> true;
            case Subscript(_, Name _, Expression index, _) ->
                    index instanceof Constant
                            || (index instanceof Name name
                                    && !loop.items().isIndex(name, loop.module())
                                    && loop.items().listOf(name, loop.module()).isEmpty()
                                    && !isStep(name, loop));
            default -> false;
        };
    }

    static boolean isFunction(Expression function, ParsedModule module) {
        return function instanceof Name name
                && FUNCTIONS.contains(name.name())
                && module.isBuiltin(name.name(), module.scopeOf(name));
    }

    /// Where the loop's counter is read as a number itself, not as a place in a list.
    Optional<Expression> index(NumericLoop loop) {
        ParsedModule module = loop.module();
        return loop.evaluated()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants().stream()))
                .filter(it -> it instanceof Name name && loop.items().isIndex(name, module))
                .map(Expression.class::cast)
                .filter(it -> !isPlace(it, loop, module))
                .findFirst();
    }

    private static boolean isPlace(Expression index, NumericLoop loop, ParsedModule module) {
        return module.ancestors(index).stream()
                .anyMatch(
                        above ->
                                above instanceof Subscript item
                                        && loop.items().place(item, module).isPresent());
    }

    /// Everything of which the kind of number must be known.
    Stream<Expression> all() {
        return Stream.concat(lists.values().stream(), scalars.values().stream());
    }
}
