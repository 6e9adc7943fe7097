package dev.pareto.advice.text;

import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.Attribute;
import dev.pareto.source.tree.Expression.BinOp;
import dev.pareto.source.tree.Expression.Call;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.JoinedStr;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Literal;

import java.util.List;
import java.util.Set;

/// Which expressions are texts for certain.
final class Texts {
    private static final Set<String> MAKING =
            Set.of("ascii", "bin", "chr", "format", "hex", "input", "oct", "repr", "str");

    private final ParsedModule module;

    Texts(ParsedModule module) {
        this.module = module;
    }

    boolean isText(Expression value) {
        return switch (value) {
            case Constant(_, Literal.Text _) -> true;
            case JoinedStr _ -> true;
            case BinOp it when it.operator() == BinaryOperator.MODULO -> isText(it.left());
            case BinOp it when it.operator() == BinaryOperator.ADD ->
                    isText(it.left()) && isText(it.right());
            case Call(_, Name function, _, _) ->
                    MAKING.contains(function.name())
                            && module.isBuiltin(function.name(), module.scopeOf(function));
            case Call(_, Attribute method, _, _) ->
                    method.value() instanceof Constant(_, Literal.Text _)
                            && List.of("join", "format").contains(method.attribute());
            default -> false;
        };
    }
}
