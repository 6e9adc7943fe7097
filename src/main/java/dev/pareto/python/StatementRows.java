package dev.pareto.python;

import dev.pareto.source.tree.Alias;
import dev.pareto.source.tree.ExceptHandler;
import dev.pareto.source.tree.Expression.Name;
import dev.pareto.source.tree.Keyword;
import dev.pareto.source.tree.Mark;
import dev.pareto.source.tree.MatchCase;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.Statement.*;
import dev.pareto.source.tree.TypeParameter;
import dev.pareto.source.tree.WithItem;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Makes statements of their rows.
final class StatementRows {
    private final Mark mark;
    private final NodeFields in;

    private StatementRows(Mark mark, NodeFields in) {
        this.mark = mark;
        this.in = in;
    }

    /// Null when the kind is no statement's.
    static @Nullable Statement read(String kind, Mark mark, NodeFields in) {
        return new StatementRows(mark, in).read(kind);
    }

    private @Nullable Statement read(String kind) {
        AnswerTokens plain = in.plain();
        return switch (kind) {
            case "FunctionDef" -> function(false);
            case "AsyncFunctionDef" -> function(true);
            case "ClassDef" -> classDefinition();
            case "Return" -> new Return(mark, in.expressionOrNull());
            case "Delete" -> new Delete(mark, in.expressions());
            case "Assign" -> new Assign(mark, in.expressions(), in.expression());
            case "TypeAlias" ->
                    new TypeAlias(
                            mark,
                            in.node(Name.class),
                            in.nodes(TypeParameter.class),
                            in.expression());
            case "AugAssign" ->
                    new AugAssign(
                            mark, in.expression(), Symbols.binary(plain.string()), in.expression());
            case "AnnAssign" ->
                    new AnnAssign(
                            mark,
                            in.expression(),
                            in.expression(),
                            in.expressionOrNull(),
                            plain.flag());
            case "For" -> loop(false);
            case "AsyncFor" -> loop(true);
            case "While" -> new While(mark, in.expression(), block(), block());
            case "If" -> new If(mark, in.expression(), block(), block());
            case "With" -> new With(mark, in.nodes(WithItem.class), block(), false);
            case "AsyncWith" -> new With(mark, in.nodes(WithItem.class), block(), true);
            case "Match" -> new Match(mark, in.expression(), in.nodes(MatchCase.class));
            case "Raise" -> new Raise(mark, in.expressionOrNull(), in.expressionOrNull());
            case "Try" -> attempt(false);
            case "TryStar" -> attempt(true);
            case "Assert" -> new Assert(mark, in.expression(), in.expressionOrNull());
            case "Import" -> new Import(mark, in.nodes(Alias.class));
            case "ImportFrom" ->
                    new ImportFrom(
                            mark, plain.stringOrNull(), in.nodes(Alias.class), plain.number());
            case "Global" -> new Global(mark, plain.strings());
            case "Nonlocal" -> new Nonlocal(mark, plain.strings());
            case "Expr" -> new Expr(mark, in.expression());
            case "Pass" -> new Pass(mark);
            case "Break" -> new Break(mark);
            case "Continue" -> new Continue(mark);
            case "stmt" -> new OtherStatement(mark, plain.string(), in.nodes(Node.class));
            default -> null;
        };
    }

    private List<Statement> block() {
        return in.nodes(Statement.class);
    }

    private FunctionDef function(boolean async) {
        return new FunctionDef(
                mark,
                in.plain().string(),
                in.parameters(),
                block(),
                in.expressions(),
                in.expressionOrNull(),
                in.nodes(TypeParameter.class),
                async);
    }

    private ClassDef classDefinition() {
        return new ClassDef(
                mark,
                in.plain().string(),
                in.expressions(),
                in.nodes(Keyword.class),
                block(),
                in.expressions(),
                in.nodes(TypeParameter.class));
    }

    private For loop(boolean async) {
        return new For(mark, in.expression(), in.expression(), block(), block(), async);
    }

    private Try attempt(boolean star) {
        return new Try(mark, block(), in.nodes(ExceptHandler.class), block(), block(), star);
    }
}
