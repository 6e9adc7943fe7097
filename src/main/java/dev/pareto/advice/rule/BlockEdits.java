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
import dev.pareto.source.tree.Statement.If;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// Takes the header of an `if` without `else` away, and moves what it holds to the left; a
    /// comment in the header's line stays. Empty where that cannot be done.
    public Optional<List<TextEdit>> unwrap(If block) {
        Statement first = block.body().getFirst();
        String outer = source.indentation(block.line());
        String inner = source.indentation(first.line());
        int header = source.lineOf(block.test().span().end());
        int headerEnd = source.lineSpan(header).end();
        String rest = source.text().substring(block.test().span().end(), headerEnd);
        if (!block.otherwise().isEmpty()
                || first.line() == header
                || !canWrap(block)
                || !inner.startsWith(outer)
                || !rest.matches("\\)*\\s*:\\s*(#.*)?")) {
            return Optional.empty();
        }
        List<TextEdit> edits = new ArrayList<>();
        int comment = rest.indexOf('#');
        edits.add(
                TextEdit.delete(
                        comment < 0
                                ? new Span(
                                        source.lineSpan(block.line()).start(),
                                        source.nextLineStart(header))
                                : new Span(
                                        block.span().start(),
                                        headerEnd - rest.length() + comment)));
        int last = source.lineOf(block.span().end());
        for (int line = header + 1; line <= last; line++) {
            if (source.line(line).startsWith(inner)) {
                int start = source.lineSpan(line).start();
                edits.add(
                        TextEdit.delete(new Span(start + outer.length(), start + inner.length())));
            }
        }
        return Optional.of(edits);
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
