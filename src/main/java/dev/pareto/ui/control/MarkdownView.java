package dev.pareto.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

import java.util.ArrayList;
import java.util.List;

/// A page of Markdown as nodes: headings, paragraphs, lists, code, quotes, simple tables. Links and
/// pictures are their texts; HTML is shown as it is written.
public final class MarkdownView extends VBox {
    private static final Parser PARSER = Parser.builder().build();

    public MarkdownView() {
        super(8);
        getStyleClass().add("markdown");
        setFillWidth(true);
    }

    public MarkdownView(String markdown) {
        this();
        show(markdown);
    }

    public void show(String markdown) {
        getChildren().setAll(blocks(PARSER.parse(markdown)));
    }

    private static List<Node> blocks(org.commonmark.node.Node parent) {
        var nodes = new ArrayList<Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Block block) {
                nodes.add(block(block));
            }
        }
        return nodes;
    }

    private static Node block(Block block) {
        return switch (block) {
            case Heading heading -> flow(heading, "md-heading-" + Math.min(3, heading.getLevel()));
            case Paragraph paragraph ->
                    MarkdownTable.of(paragraph).orElseGet(() -> flow(paragraph, "md-paragraph"));
            case BulletList list -> list(list, -1);
            case OrderedList list -> {
                Integer start = list.getMarkerStartNumber();
                yield list(list, start == null ? 1 : start);
            }
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> code(html.getLiteral());
            case BlockQuote quote -> {
                var box = styled(new VBox(8), "md-quote");
                box.getChildren().setAll(blocks(quote));
                yield box;
            }
            case ThematicBreak _ -> styled(new Region(), "md-rule");
            default -> flow(block, "md-paragraph");
        };
    }

    static TextFlow flow(org.commonmark.node.Node parent, String style) {
        var flow = styled(new TextFlow(), style);
        flow.getChildren().setAll(MarkdownText.of(parent));
        flow.setMinWidth(0);
        return flow;
    }

    private static Node list(org.commonmark.node.ListBlock list, int first) {
        var box = styled(new VBox(list.isTight() ? 2 : 8), "md-list");
        int number = first;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                var mark = styled(new Label(first < 0 ? "•" : number++ + "."), "md-mark");
                mark.setMinWidth(18);
                var content = new VBox(4);
                content.setMinWidth(0);
                content.getChildren().setAll(blocks(item));
                HBox.setHgrow(content, Priority.ALWAYS);
                box.getChildren().add(new HBox(mark, content));
            }
        }
        return box;
    }

    private static Node code(String literal) {
        var label = styled(new Label(literal.stripTrailing()), "md-code-block");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
