package dev.pareto.python;

import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Context;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Expression.*;
import dev.pareto.source.tree.Keyword;
import dev.pareto.source.tree.Mark;
import dev.pareto.source.tree.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Makes expressions of their rows.
final class ExpressionRows {
    private final Mark mark;
    private final NodeFields in;
    private final AnswerTokens plain;

    private ExpressionRows(Mark mark, NodeFields in) {
        this.mark = mark;
        this.in = in;
        this.plain = in.plain();
    }

    /// Null when the kind is no expression's.
    static @Nullable Expression read(String kind, Mark mark, NodeFields in) {
        return new ExpressionRows(mark, in).read(kind);
    }

    private @Nullable Expression read(String kind) {
        return switch (kind) {
            case "Name" -> new Name(mark, plain.string(), context());
            case "Constant" -> new Constant(mark, Literals.read(plain));
            case "Attribute" -> new Attribute(mark, in.expression(), plain.string(), context());
            case "Call" ->
                    new Call(mark, in.expression(), in.expressions(), in.nodes(Keyword.class));
            case "Subscript" -> new Subscript(mark, in.expression(), in.expression(), context());
            case "BoolOp" -> new BoolOp(mark, Symbols.bool(plain.string()), in.expressions());
            case "NamedExpr" -> new NamedExpr(mark, in.node(Name.class), in.expression());
            case "BinOp" ->
                    new BinOp(
                            mark, in.expression(), Symbols.binary(plain.string()), in.expression());
            case "UnaryOp" -> new UnaryOp(mark, Symbols.unary(plain.string()), in.expression());
            case "Lambda" -> new Lambda(mark, in.parameters(), in.expression());
            case "IfExp" -> new IfExp(mark, in.expression(), in.expression(), in.expression());
            case "Dict" -> dict();
            case "Set" -> new SetDisplay(mark, in.expressions());
            case "List" -> new ListDisplay(mark, in.expressions(), context());
            case "Tuple" -> new TupleDisplay(mark, in.expressions(), context());
            case "ListComp" -> new ListComp(mark, in.expression(), generators());
            case "SetComp" -> new SetComp(mark, in.expression(), generators());
            case "DictComp" -> new DictComp(mark, in.expression(), in.expression(), generators());
            case "GeneratorExp" -> new GeneratorExp(mark, in.expression(), generators());
            case "Await" -> new Await(mark, in.expression());
            case "Yield" -> new Yield(mark, in.expressionOrNull());
            case "YieldFrom" -> new YieldFrom(mark, in.expression());
            case "Compare" -> compare();
            case "FormattedValue" ->
                    new FormattedValue(mark, in.expression(), conversion(), in.expressionOrNull());
            case "JoinedStr" -> new JoinedStr(mark, in.expressions());
            case "Starred" -> new Starred(mark, in.expression(), context());
            case "Slice" ->
                    new Slice(
                            mark,
                            in.expressionOrNull(),
                            in.expressionOrNull(),
                            in.expressionOrNull());
            case "expr" -> new OtherExpression(mark, plain.string(), in.nodes(Node.class));
            default -> null;
        };
    }

    private Context context() {
        return Symbols.context(plain.string());
    }

    private List<Comprehension> generators() {
        return in.nodes(Comprehension.class);
    }

    private DictDisplay dict() {
        List<@Nullable Expression> keys = in.expressionsOrNulls();
        List<Expression> values = in.expressions();
        List<DictDisplay.Entry> entries = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            entries.add(new DictDisplay.Entry(keys.get(i), values.get(i)));
        }
        return new DictDisplay(mark, List.copyOf(entries));
    }

    private Compare compare() {
        Expression left = in.expression();
        var operators = plain.strings().stream().map(Symbols::comparison).toList();
        return new Compare(mark, left, operators, in.expressions());
    }

    /// Told as the code of `s`, `r` or `a`, or -1.
    private @Nullable Character conversion() {
        int code = plain.number();
        return code < 0 ? null : (char) code;
    }
}
