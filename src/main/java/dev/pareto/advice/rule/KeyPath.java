package dev.pareto.advice.rule;

import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Expression.Subscript;
import dev.pareto.source.tree.Literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An expression that only looks into objects: `row`, `row.owner.name`, `row["owner"][0]`; or a
/// constant.
///
/// @param expression all of it
/// @param root the name or constant that it begins with
/// @param parts the attributes and subscripts, the innermost first; each holds the one before
public record KeyPath(Expression expression, Expression root, List<Expression> parts) {
    public KeyPath {
        parts = List.copyOf(parts);
    }

    /// Empty for expressions that do more.
    public static Optional<KeyPath> of(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        Expression at = expression;
        while (true) {
            switch (at) {
                case Attribute it when it.context() == Context.LOAD -> {
                    parts.addFirst(it);
                    at = it.value();
                }
                case Subscript it when it.context() == Context.LOAD && isKey(it.index()) -> {
                    parts.addFirst(it);
                    at = it.value();
                }
                case Name it -> {
                    return Optional.of(new KeyPath(expression, it, parts));
                }
                case Constant it when parts.isEmpty() && isPlain(it) -> {
                    return Optional.of(new KeyPath(expression, it, parts));
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
    }

    private static boolean isKey(Expression index) {
        return index instanceof Constant(_, Literal.Int _)
                || (index instanceof Constant(_, Literal.Text(var text))
                        && text.chars()
                                .noneMatch(it -> it < ' ' || Character.isSurrogate((char) it)));
    }

    private static boolean isPlain(Constant constant) {
        return constant.value() instanceof Literal.Int || constant.value() instanceof Literal.Text;
    }

    /// The name that it begins with; empty for a constant.
    public Optional<Name> name() {
        return root instanceof Name it ? Optional.of(it) : Optional.empty();
    }

    /// As a question names them.
    public String steps() {
        return parts.stream().map(KeyPath::step).collect(Collectors.joining("\n"));
    }

    private static String step(Expression part) {
        return switch (part) {
            case Attribute it -> "." + it.attribute();
            case Subscript(_, _, Constant(_, Literal.Int(var number)), _) -> "#" + number;
            case Subscript(_, _, Constant(_, Literal.Text(var text)), _) -> "i" + text;
            default -> throw new IllegalArgumentException("No step: " + part);
        };
    }

    /// A word for the last step: the attribute, or the key when it is an identifier.
    public Optional<String> lastWord() {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return switch (parts.getLast()) {
            case Attribute it -> Optional.of(it.attribute());
            case Subscript(_, _, Constant(_, Literal.Text(var text)), _)
                    when text.matches("[A-Za-z_][A-Za-z0-9_]*") ->
                    Optional.of(text);
            default -> Optional.empty();
        };
    }
}
