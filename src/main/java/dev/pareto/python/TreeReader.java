package dev.pareto.python;

import dev.pareto.source.SourceText;
import dev.pareto.source.tree.Comprehension;
import dev.pareto.source.tree.Expression;
import dev.pareto.source.tree.Mark;
import dev.pareto.source.tree.MatchCase;
import dev.pareto.source.tree.Module;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Pattern;
import dev.pareto.source.tree.Statement;
import dev.pareto.source.tree.WithItem;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// Reads the rows of a tree (`tree_rows` in `analyser.py`) and makes its records.
///
/// A row comes after those of its children, so every record is complete when it is made, and
/// nothing here is recursive, however deeply the code is nested.
final class TreeReader {
    private final AnswerTokens in;
    private final SourceText source;
    private final int count;
    private final NodeFields fields;

    TreeReader(AnswerTokens in, SourceText source, int count) {
        this.in = in;
        this.source = source;
        this.count = count;
        fields = new NodeFields(in, count);
    }

    Module read() {
        in.open();
        for (int id = count - 1; id >= 0; id--) {
            in.open();
            fields.put(id, row(id, in.string()));
            in.leave();
        }
        in.leave();
        return fields.get(0, Module.class);
    }

    private Node row(int id, String kind) {
        return switch (kind) {
            case "Module" ->
                    new Module(
                            new Mark(id, 0, source.text().length(), 1),
                            fields.nodes(Statement.class));
            case "comprehension" -> comprehension(id);
            case "withitem" -> withItem(id);
            case "match_case" -> matchCase(id);
            default -> placed(kind, mark(id));
        };
    }

    private Node placed(String kind, Mark mark) {
        Node node = StatementRows.read(kind, mark, fields);
        if (node == null) {
            node = ExpressionRows.read(kind, mark, fields);
        }
        if (node == null) {
            node = OtherRows.read(kind, mark, fields);
        }
        return Objects.requireNonNull(node, kind);
    }

    private Mark mark(int id) {
        int line = line(in.number());
        int start = source.offset(line, in.number());
        int endLine = line(in.number());
        int end = source.offset(endLine, in.number());
        // Before 3.12 positions in an f-string may be anywhere.
        return new Mark(id, start, Math.max(start, end), line);
    }

    private int line(int told) {
        return Math.clamp(told, 1, source.lineCount());
    }

    private Comprehension comprehension(int id) {
        Expression target = fields.node(Expression.class);
        Expression iterable = fields.node(Expression.class);
        List<Expression> conditions = fields.nodes(Expression.class);
        Node last = conditions.isEmpty() ? iterable : conditions.getLast();
        return new Comprehension(around(id, target, last), target, iterable, conditions, in.flag());
    }

    private WithItem withItem(int id) {
        Expression context = fields.node(Expression.class);
        @Nullable Expression target = fields.nodeOrNull(Expression.class);
        return new WithItem(
                around(id, context, target == null ? context : target), context, target);
    }

    private MatchCase matchCase(int id) {
        Pattern pattern = fields.node(Pattern.class);
        @Nullable Expression guard = fields.nodeOrNull(Expression.class);
        List<Statement> body = fields.nodes(Statement.class);
        return new MatchCase(around(id, pattern, body.getLast()), pattern, guard, body);
    }

    private static Mark around(int id, Node first, Node last) {
        return new Mark(id, first.mark().start(), last.mark().end(), first.mark().line());
    }
}
