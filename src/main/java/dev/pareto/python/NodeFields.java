package dev.pareto.python;

import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Parameter;
import dev.pareto.source.tree.Parameters;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/// The fields of a row that are nodes: told by number, and read before.
final class NodeFields {
    private final AnswerTokens in;
    private final @Nullable Node[] nodes;

    /// @param count how many nodes the tree has
    NodeFields(AnswerTokens in, int count) {
        this.in = in;
        nodes = new @Nullable Node[count];
    }

    /// For the fields that are no nodes.
    AnswerTokens plain() {
        return in;
    }

    void put(int id, Node node) {
        nodes[id] = node;
    }

    <T extends Node> T get(int id, Class<T> type) {
        return type.cast(Objects.requireNonNull(nodes[id]));
    }

    <T extends Node> T node(Class<T> type) {
        return get(in.number(), type);
    }

    <T extends Node> @Nullable T nodeOrNull(Class<T> type) {
        int id = in.numberOrNone();
        return id == AnswerTokens.NONE ? null : get(id, type);
    }

    <T extends Node> List<T> nodes(Class<T> type) {
        in.open();
        if (!in.more()) {
            return List.of();
        }
        List<T> found = new ArrayList<>();
        do {
            found.add(get(in.currentNumber(), type));
        } while (in.more());
        return Collections.unmodifiableList(found);
    }

    /// A list that may have gaps: no key for `**value` in a dict, no default for a parameter.
    List<@Nullable Expression> expressionsOrNulls() {
        List<@Nullable Expression> found = new ArrayList<>();
        in.open();
        while (in.more()) {
            int id = in.currentNumber();
            found.add(id == AnswerTokens.NONE ? null : get(id, Expression.class));
        }
        return found;
    }

    Expression expression() {
        return node(Expression.class);
    }

    @Nullable Expression expressionOrNull() {
        return nodeOrNull(Expression.class);
    }

    List<Expression> expressions() {
        return nodes(Expression.class);
    }

    /// Parameters with their default values, which `ast` keeps in lists of their own.
    Parameters parameters() {
        in.open();
        in.string();
        List<Parameter> positionalOnly = nodes(Parameter.class);
        List<Parameter> positional = nodes(Parameter.class);
        Parameter rest = nodeOrNull(Parameter.class);
        List<Parameter> keywordOnly = nodes(Parameter.class);
        List<@Nullable Expression> keywordDefaults = expressionsOrNulls();
        Parameter keywordRest = nodeOrNull(Parameter.class);
        List<Expression> defaults = expressions();
        in.leave();
        // The last positional parameters are those with a default value.
        List<@Nullable Expression> aligned = new ArrayList<>();
        int all = positionalOnly.size() + positional.size();
        aligned.addAll(Collections.nCopies(all - defaults.size(), null));
        aligned.addAll(defaults);
        return new Parameters(
                withDefaults(positionalOnly, aligned.subList(0, positionalOnly.size())),
                withDefaults(positional, aligned.subList(positionalOnly.size(), all)),
                rest,
                withDefaults(keywordOnly, keywordDefaults),
                keywordRest);
    }

    private static List<Parameter> withDefaults(
            List<Parameter> parameters, List<@Nullable Expression> defaults) {
        List<Parameter> found = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter it = parameters.get(i);
            found.add(new Parameter(it.mark(), it.name(), it.annotation(), defaults.get(i)));
        }
        return List.copyOf(found);
    }
}
