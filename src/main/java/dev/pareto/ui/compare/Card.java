package dev.pareto.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card with a title, a word on the right, and what it shows.
final class Card extends VBox {
    private final HBox head;

    Card(String title) {
        getStyleClass().add("card");
        var label = new Label(title);
        label.getStyleClass().add("card-title");
        label.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(8, label, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(24);
        getChildren().add(head);
    }

    Card(String title, String aside) {
        this(title);
        head.getChildren().add(styled(new Label(aside), "aside"));
    }

    /// Puts something at the right end of the head.
    Card aside(Node node) {
        head.getChildren().add(node);
        return this;
    }

    Card with(Node... nodes) {
        getChildren().addAll(nodes);
        return this;
    }

    static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    /// A label that wraps.
    static Label text(String words, String... styles) {
        var label = styled(new Label(words), styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
