package dev.pareto.advice.rule;

import dev.pareto.source.SourceText;
import dev.pareto.source.Span;
import dev.pareto.source.TextEdit;
import dev.pareto.source.module.ParsedModule;
import dev.pareto.source.tree.Expression.Constant;
import dev.pareto.source.tree.Expression.JoinedStr;
import dev.pareto.source.tree.Expression.OtherExpression;
import dev.pareto.source.tree.Node;
import dev.pareto.source.tree.Statement;

import java.util.ArrayList;
import java.util.List;

/// Puts a statement into a new block around it, in the layout of its file.
public final class BlockEdits {
    private static final String USUAL = "    ";

    private final ParsedModule module;
    private final SourceText source;

    public BlockEdits(ParsedModule module) {
        this.module = module;
        source = module.source();
    }

    /// Whether a statement has its lines for itself, and holds no text over several lines, which
    /// must not be moved.
    public boolean canWrap(Statement statement) {
        int start = source.lineSpan(statement.line()).start();
        int end = statement.span().end();
        int lineEnd = source.lineSpan(source.lineOf(end)).end();
        String rest = source.text().substring(end, lineEnd).strip();
        return source.text().substring(start, statement.span().start()).isBlank()
                && (statement.line() == 1 || !source.line(statement.line() - 1).endsWith("\\"))
                && (rest.isEmpty() || rest.startsWith("#"))
                && statement.descendants().stream().noneMatch(this::isLongText);
    }

    private boolean isLongText(Node node) {
        boolean text =
                node instanceof Constant
                        || node instanceof JoinedStr
                        || node instanceof OtherExpression;
        return text && source.lineOf(node.span().end()) > source.lineOf(node.span().start());
    }

    /// Puts a header line before a statement, and moves it to the right.
    ///
    /// @param header as in `with pool:`
    /// @param replaced spans in the statement that other edits replace
    /// @throws IllegalArgumentException when [#canWrap] says no
    public List<TextEdit> wrap(Statement statement, String header, List<Span> replaced) {
        if (!canWrap(statement)) {
            throw new IllegalArgumentException("It cannot be moved: line " + statement.line());
        }
        String unit = unit();
        List<TextEdit> edits = new ArrayList<>();
        String indentation = source.indentation(statement.line());
        edits.add(
                TextEdit.insert(
                        statement.span().start(), header + source.lineEnd() + indentation + unit));
        int last = source.lineOf(statement.span().end());
        for (int line = statement.line() + 1; line <= last; line++) {
            int start = source.lineSpan(line).start();
            boolean within =
                    replaced.stream().anyMatch(it -> it.start() < start && start < it.end());
            if (!within && !source.line(line).isBlank()) {
                edits.add(TextEdit.insert(start, unit));
            }
        }
        return edits;
    }

    /// One step of indentation, as the file has it.
    public String unit() {
        return module.nodes()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .flatMap(
                        statement ->
                                module.parent(statement).stream()
                                        .filter(Statement.class::isInstance)
                                        .map(parent -> step(parent, statement)))
                .filter(step -> !step.isEmpty())
                .findFirst()
                .orElse(USUAL);
    }

    private String step(Node parent, Statement statement) {
        String outer = source.indentation(parent.line());
        String inner = source.indentation(statement.line());
        return statement.line() > parent.line() && inner.startsWith(outer)
                ? inner.substring(outer.length())
                : "";
    }
}
