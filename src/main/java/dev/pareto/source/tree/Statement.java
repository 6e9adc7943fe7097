package dev.pareto.source.tree;

import dev.pareto.source.tree.Expression.Name;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A statement.
public sealed interface Statement extends Node {
    /// A statement whose body repeats.
    sealed interface Loop extends Statement {
        List<Statement> body();

        /// The `else` block, which runs at most once.
        List<Statement> otherwise();
    }

    /// `def` and `async def`. The span starts at `def` or `async`, after the decorators.
    record FunctionDef(
            Mark mark,
            String name,
            Parameters parameters,
            List<Statement> body,
            List<Expression> decorators,
            @Nullable Expression returns,
            List<TypeParameter> typeParameters,
            boolean async)
            implements Statement {}

    /// The span starts at `class`, after the decorators.
    record ClassDef(
            Mark mark,
            String name,
            List<Expression> bases,
            List<Keyword> keywords,
            List<Statement> body,
            List<Expression> decorators,
            List<TypeParameter> typeParameters)
            implements Statement {}

    record Return(Mark mark, @Nullable Expression value) implements Statement {}

    record Delete(Mark mark, List<Expression> targets) implements Statement {}

    /// `target = another = value`
    record Assign(Mark mark, List<Expression> targets, Expression value) implements Statement {}

    /// `type name = value`
    record TypeAlias(Mark mark, Name name, List<TypeParameter> typeParameters, Expression value)
            implements Statement {}

    /// `target += value`
    record AugAssign(Mark mark, Expression target, BinaryOperator operator, Expression value)
            implements Statement {}

    /// `target: annotation = value`
    ///
    /// @param simple whether the target is a bare name: only that declares a variable
    record AnnAssign(
            Mark mark,
            Expression target,
            Expression annotation,
            @Nullable Expression value,
            boolean simple)
            implements Statement {}

    record For(
            Mark mark,
            Expression target,
            Expression iterable,
            List<Statement> body,
            List<Statement> otherwise,
            boolean async)
            implements Loop {}

    record While(Mark mark, Expression test, List<Statement> body, List<Statement> otherwise)
            implements Loop {}

    /// An `elif` is the only statement of `otherwise`.
    record If(Mark mark, Expression test, List<Statement> body, List<Statement> otherwise)
            implements Statement {}

    record With(Mark mark, List<WithItem> items, List<Statement> body, boolean async)
            implements Statement {}

    record Match(Mark mark, Expression subject, List<MatchCase> cases) implements Statement {}

    record Raise(Mark mark, @Nullable Expression exception, @Nullable Expression cause)
            implements Statement {}

    /// `try` with its handlers, `else` and `finally`.
    ///
    /// @param star whether its handlers are `except*`
    record Try(
            Mark mark,
            List<Statement> body,
            List<ExceptHandler> handlers,
            List<Statement> otherwise,
            List<Statement> finallyBody,
            boolean star)
            implements Statement {}

    record Assert(Mark mark, Expression test, @Nullable Expression message) implements Statement {}

    record Import(Mark mark, List<Alias> names) implements Statement {}

    /// `from ..module import names`
    ///
    /// @param module null for `from . import names`
    /// @param level how many leading dots
    record ImportFrom(Mark mark, @Nullable String module, List<Alias> names, int level)
            implements Statement {}

    record Global(Mark mark, List<String> names) implements Statement {}

    record Nonlocal(Mark mark, List<String> names) implements Statement {}

    /// An expression alone on a line; a docstring is one.
    record Expr(Mark mark, Expression value) implements Statement {}

    record Pass(Mark mark) implements Statement {}

    record Break(Mark mark) implements Statement {}

    record Continue(Mark mark) implements Statement {}

    /// A statement that is newer than this tree.
    ///
    /// @param kind its class in `ast`
    record OtherStatement(Mark mark, String kind, List<Node> children) implements Statement {}
}
