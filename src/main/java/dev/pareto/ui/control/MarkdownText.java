package dev.pareto.ui.control;

import javafx.scene.Node;
import javafx.scene.text.Text;

import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

import java.util.ArrayList;
import java.util.List;

/// The text of a paragraph of Markdown, in pieces of one style each.
final class MarkdownText {
    private final List<Node> pieces = new ArrayList<>();

    private MarkdownText() {}

    static List<Node> of(org.commonmark.node.Node parent) {
        var text = new MarkdownText();
        text.children(parent, List.of());
        return text.pieces;
    }

    private void children(org.commonmark.node.Node parent, List<String> styles) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case org.commonmark.node.Text text -> add(text.getLiteral(), styles);
                case Code code -> add(code.getLiteral(), with(styles, "md-code"));
                case HtmlInline html -> add(html.getLiteral(), styles);
                case SoftLineBreak _ -> add(" ", styles);
                case HardLineBreak _ -> add("\n", styles);
                case Emphasis emphasis -> children(emphasis, with(styles, "md-emphasis"));
                case StrongEmphasis strong -> children(strong, with(styles, "md-strong"));
                default -> children(child, styles);
            }
        }
    }

    private void add(String text, List<String> styles) {
        var piece = new Text(text);
        piece.getStyleClass().add("md-text");
        piece.getStyleClass().addAll(styles);
        pieces.add(piece);
    }

    private static List<String> with(List<String> styles, String one) {
        var more = new ArrayList<>(styles);
        more.add(one);
        return List.copyOf(more);
    }
}
