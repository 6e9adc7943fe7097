package dev.pareto.advice.rule;

import dev.pareto.source.SourceText;
import dev.pareto.source.TextEdit;
import dev.pareto.source.tree.Statement;

import java.util.List;

/// Puts new simple statements beside one that is there, in its layout: its indentation, its line
/// ends, its line when it shares that with others.
public final class StatementEdits {
    private final SourceText source;

    public StatementEdits(SourceText source) {
        this.source = source;
    }

    /// Puts lines before a statement that starts its line.
    ///
    /// @param lines without line ends; further indented where they belong to a block
    public TextEdit linesBefore(Statement statement, List<String> lines) {
        return TextEdit.insert(
                statement.span().start(),
                String.join(newLine(statement), lines) + newLine(statement));
    }

    /// Puts code before a statement.
    ///
    /// @param code one simple statement
    /// @throws IllegalArgumentException when [#canPrecede] says no
    public TextEdit before(Statement statement, String code) {
        int at = statement.span().start();
        return TextEdit.insert(at, code + (startsLine(statement) ? newLine(statement) : "; "));
    }

    /// Whether something can stand before a statement: a compound one must start its line, and must
    /// not be an `elif`.
    public boolean canPrecede(Statement statement) {
        boolean decorated =
                switch (statement) {
                    case Statement.FunctionDef it -> !it.decorators().isEmpty();
                    case Statement.ClassDef it -> !it.decorators().isEmpty();
                    default -> false;
                };
        boolean elif =
                statement instanceof Statement.If
                        && source.text().startsWith("elif", statement.span().start());
        return !decorated && !elif && (isSimple(statement) || startsLine(statement));
    }

    /// Puts code after a simple statement.
    ///
    /// @param code one simple statement
    public TextEdit after(Statement statement, String code) {
        int end = statement.span().end();
        if (!startsLine(statement) || !endsLine(end)) {
            return TextEdit.insert(end, "; " + code);
        }
        int line = source.lineOf(end);
        int next = source.nextLineStart(line);
        boolean last = next == source.lineSpan(line).end();
        return last
                ? TextEdit.insert(next, newLine(statement) + code)
                : TextEdit.insert(next, indentation(statement) + code + source.lineEnd());
    }

    /// Puts code after a statement of any kind, on a line of its own.
    ///
    /// @param code one simple statement
    /// @throws IllegalArgumentException when [#canFollow] says no
    public TextEdit follow(Statement statement, String code) {
        if (!canFollow(statement)) {
            throw new IllegalArgumentException("There is no line after it");
        }
        int line = source.lineOf(statement.span().end());
        int next = source.nextLineStart(line);
        boolean last = next == source.lineSpan(line).end();
        return last
                ? TextEdit.insert(next, newLine(statement) + code)
                : TextEdit.insert(next, indentation(statement) + code + source.lineEnd());
    }

    /// Whether a line of its own can follow: the statement must fill all of its lines.
    public boolean canFollow(Statement statement) {
        return startsLine(statement) && endsLine(statement.span().end());
    }

    /// Whether a statement has its lines for itself, without a comment.
    public static boolean ownsLines(Statement statement, SourceText source) {
        int start = source.lineSpan(statement.line()).start();
        int end = source.lineSpan(source.lineOf(statement.span().end())).end();
        return source.text().substring(start, statement.span().start()).isBlank()
                && source.text().substring(statement.span().end(), end).isBlank()
                && (statement.line() == 1 || !source.line(statement.line() - 1).endsWith("\\"));
    }

    /// The line that a statement starts on, from 1, its decorators included.
    public static int firstLine(Statement statement) {
        return switch (statement) {
            case Statement.FunctionDef it when !it.decorators().isEmpty() ->
                    it.decorators().getFirst().line();
            case Statement.ClassDef it when !it.decorators().isEmpty() ->
                    it.decorators().getFirst().line();
            default -> statement.line();
        };
    }

    private String newLine(Statement statement) {
        return source.lineEnd() + indentation(statement);
    }

    private String indentation(Statement statement) {
        return source.indentation(statement.line());
    }

    /// Whether nothing stands before it in its line, nor in one that a backslash joins to it.
    public boolean startsLine(Statement statement) {
        int line = statement.line();
        int start = source.lineSpan(line).start();
        boolean blank = source.text().substring(start, statement.span().start()).isBlank();
        return blank && (line == 1 || !source.line(line - 1).endsWith("\\"));
    }

    /// Whether only space and a comment follow.
    private boolean endsLine(int offset) {
        int end = source.lineSpan(source.lineOf(offset)).end();
        String rest = source.text().substring(offset, end).strip();
        return rest.isEmpty() || rest.startsWith("#");
    }

    private static boolean isSimple(Statement statement) {
        return switch (statement) {
            case Statement.FunctionDef _,
                    Statement.ClassDef _,
                    Statement.Loop _,
                    Statement.If _,
                    Statement.With _,
                    Statement.Match _,
                    Statement.Try _,
                    Statement.OtherStatement _ ->
                    false;
            default -> true;
        };
    }
}
