package dev.pareto.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.Parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A simple table, which plain CommonMark reads as a paragraph: rows between bars, the second of
/// dashes.
final class MarkdownTable {
    private static final Parser CELL = Parser.builder().build();
    private static final Pattern DASHES = Pattern.compile("\\|?(\\s*:?-+:?\\s*\\|)+(\\s*:?-+:?)?");

    private MarkdownTable() {}

    /// The table, where the paragraph is one.
    static Optional<Node> of(Paragraph paragraph) {
        List<String> rows = rows(paragraph);
        if (rows.size() < 2
                || !rows.getFirst().contains("|")
                || !DASHES.matcher(rows.get(1).strip()).matches()) {
            return Optional.empty();
        }
        var grid = new GridPane();
        grid.getStyleClass().add("md-table");
        List<String> head = cells(rows.getFirst());
        fill(grid, 0, head, "md-table-head");
        for (int row = 2; row < rows.size(); row++) {
            fill(grid, row - 1, cells(rows.get(row)), "md-table-cell");
        }
        for (int column = 0; column < head.size(); column++) {
            var width = new ColumnConstraints();
            width.setHgrow(Priority.SOMETIMES);
            width.setMinWidth(40);
            grid.getColumnConstraints().add(width);
        }
        return Optional.of(grid);
    }

    private static void fill(GridPane grid, int row, List<String> cells, String style) {
        for (int column = 0; column < cells.size(); column++) {
            var paragraph = CELL.parse(cells.get(column)).getFirstChild();
            if (paragraph != null) {
                grid.add(MarkdownView.flow(paragraph, style), column, row);
            }
        }
    }

    private static List<String> cells(String row) {
        String inner = row.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Pattern.compile("\\|").splitAsStream(inner).map(String::strip).toList();
    }

    /// The paragraph's lines, written as Markdown again.
    private static List<String> rows(Paragraph paragraph) {
        var rows = new ArrayList<String>();
        var line = new StringBuilder();
        for (var child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof SoftLineBreak) {
                rows.add(line.toString());
                line.setLength(0);
            } else {
                line.append(written(child));
            }
        }
        rows.add(line.toString());
        return rows;
    }

    private static String written(org.commonmark.node.Node node) {
        return switch (node) {
            case org.commonmark.node.Text text -> text.getLiteral();
            case org.commonmark.node.Code code -> "`" + code.getLiteral() + "`";
            case org.commonmark.node.StrongEmphasis strong -> "**" + below(strong) + "**";
            case org.commonmark.node.Emphasis emphasis -> "*" + below(emphasis) + "*";
            default -> below(node);
        };
    }

    private static String below(org.commonmark.node.Node parent) {
        var text = new StringBuilder();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            text.append(written(child));
        }
        return text.toString();
    }
}
