package dev.pareto.source.tree;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// An expression.
///
/// The displays are called so in Python's reference; `List` and `Set` would hide Java's.
public sealed interface Expression extends Node {
    /// A list, set or dict comprehension, or a generator expression. Its first iterable is
    /// evaluated outside of it, everything else inside, in a scope of its own.
    sealed interface Comprehending extends Expression {
        List<Comprehension> generators();
    }

    /// `a and b and c`
    record BoolOp(Mark mark, BooleanOperator operator, List<Expression> values)
            implements Expression {}

    /// `target := value`
    record NamedExpr(Mark mark, Name target, Expression value) implements Expression {}

    /// `left + right`
    record BinOp(Mark mark, Expression left, BinaryOperator operator, Expression right)
            implements Expression {}

    /// `not operand`, `-operand`
    record UnaryOp(Mark mark, UnaryOperator operator, Expression operand) implements Expression {}

    record Lambda(Mark mark, Parameters parameters, Expression body) implements Expression {}

    /// `body if test else otherwise`
    record IfExp(Mark mark, Expression test, Expression body, Expression otherwise)
            implements Expression {}

    /// `{key: value, **others}`
    record DictDisplay(Mark mark, List<Entry> entries) implements Expression {
        /// One pair, or another dict to take over.
        ///
        /// @param key null for `**value`
        public record Entry(@Nullable Expression key, Expression value) {}
    }

    record SetDisplay(Mark mark, List<Expression> elements) implements Expression {}

    record ListComp(Mark mark, Expression element, List<Comprehension> generators)
            implements Comprehending {}

    record SetComp(Mark mark, Expression element, List<Comprehension> generators)
            implements Comprehending {}

    record DictComp(Mark mark, Expression key, Expression value, List<Comprehension> generators)
            implements Comprehending {}

    record GeneratorExp(Mark mark, Expression element, List<Comprehension> generators)
            implements Comprehending {}

    record Await(Mark mark, Expression value) implements Expression {}

    record Yield(Mark mark, @Nullable Expression value) implements Expression {}

    record YieldFrom(Mark mark, Expression value) implements Expression {}

    /// `left < b <= c`: as many operators as comparators.
    record Compare(
            Mark mark,
            Expression left,
            List<ComparisonOperator> operators,
            List<Expression> comparators)
            implements Expression {}

    record Call(Mark mark, Expression function, List<Expression> arguments, List<Keyword> keywords)
            implements Expression {}

    /// One `{value!conversion:format}` of an f-string.
    ///
    /// @param conversion `s`, `r` or `a`; null for none
    record FormattedValue(
            Mark mark,
            Expression value,
            @Nullable Character conversion,
            @Nullable Expression format)
            implements Expression {}

    /// An f-string: constants and formatted values.
    record JoinedStr(Mark mark, List<Expression> values) implements Expression {}

    record Constant(Mark mark, Literal value) implements Expression {}

    record Attribute(Mark mark, Expression value, String attribute, Context context)
            implements Expression {}

    /// `value[index]`; several indices are a tuple.
    record Subscript(Mark mark, Expression value, Expression index, Context context)
            implements Expression {}

    /// `*value`
    record Starred(Mark mark, Expression value, Context context) implements Expression {}

    record Name(Mark mark, String name, Context context) implements Expression {}

    record ListDisplay(Mark mark, List<Expression> elements, Context context)
            implements Expression {}

    record TupleDisplay(Mark mark, List<Expression> elements, Context context)
            implements Expression {}

    /// `lower:upper:step` in a subscript
    record Slice(
            Mark mark,
            @Nullable Expression lower,
            @Nullable Expression upper,
            @Nullable Expression step)
            implements Expression {}

    /// An expression that is newer than this tree, such as a template string of Python 3.14.
    ///
    /// @param kind its class in `ast`, such as `TemplateStr`
    record OtherExpression(Mark mark, String kind, List<Node> children) implements Expression {}
}
