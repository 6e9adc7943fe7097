package dev.pareto.python;

import dev.pareto.source.tree.BinaryOperator;
import dev.pareto.source.tree.BooleanOperator;
import dev.pareto.source.tree.ComparisonOperator;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.UnaryOperator;

/// What the operator and context classes of `ast` mean.
final class Symbols {
    private Symbols() {}

    static Context context(String name) {
        return switch (name) {
            case "Load" -> Context.LOAD;
            case "Store" -> Context.STORE;
            case "Del" -> Context.DELETE;
            default -> throw unknown(name);
        };
    }

    static BooleanOperator bool(String name) {
        return switch (name) {
            case "And" -> BooleanOperator.AND;
            case "Or" -> BooleanOperator.OR;
            default -> throw unknown(name);
        };
    }

    static UnaryOperator unary(String name) {
        return switch (name) {
            case "Invert" -> UnaryOperator.INVERT;
            case "Not" -> UnaryOperator.NOT;
            case "UAdd" -> UnaryOperator.PLUS;
            case "USub" -> UnaryOperator.MINUS;
            default -> throw unknown(name);
        };
    }

    static BinaryOperator binary(String name) {
        return switch (name) {
            case "Add" -> BinaryOperator.ADD;
            case "Sub" -> BinaryOperator.SUBTRACT;
            case "Mult" -> BinaryOperator.MULTIPLY;
            case "MatMult" -> BinaryOperator.MATRIX_MULTIPLY;
            case "Div" -> BinaryOperator.DIVIDE;
            case "Mod" -> BinaryOperator.MODULO;
            case "Pow" -> BinaryOperator.POWER;
            case "LShift" -> BinaryOperator.LEFT_SHIFT;
            case "RShift" -> BinaryOperator.RIGHT_SHIFT;
            case "BitOr" -> BinaryOperator.BIT_OR;
            case "BitXor" -> BinaryOperator.BIT_XOR;
            case "BitAnd" -> BinaryOperator.BIT_AND;
            case "FloorDiv" -> BinaryOperator.FLOOR_DIVIDE;
            default -> throw unknown(name);
        };
    }

    static ComparisonOperator comparison(String name) {
        return switch (name) {
            case "Eq" -> ComparisonOperator.EQUAL;
            case "NotEq" -> ComparisonOperator.NOT_EQUAL;
            case "Lt" -> ComparisonOperator.LESS;
            case "LtE" -> ComparisonOperator.LESS_OR_EQUAL;
            case "Gt" -> ComparisonOperator.GREATER;
            case "GtE" -> ComparisonOperator.GREATER_OR_EQUAL;
            case "Is" -> ComparisonOperator.IS;
            case "IsNot" -> ComparisonOperator.IS_NOT;
            case "In" -> ComparisonOperator.IN;
            case "NotIn" -> ComparisonOperator.NOT_IN;
            default -> throw unknown(name);
        };
    }

    private static IllegalStateException unknown(String name) {
        return new IllegalStateException("No operator known as " + name);
    }
}
