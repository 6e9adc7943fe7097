package dev.pareto.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// A head that opens and closes what is below it, by mouse or key.
public final class Fold extends VBox {
    private final FontIcon chevron = new FontIcon("oct-chevron-right-16");
    private final Label title = new Label();
    private final Label detail = new Label();
    private final BooleanProperty open = new SimpleBooleanProperty();

    /// @param head bold; @param more muted beside it, may be empty
    public Fold(String head, String more, Node content) {
        getStyleClass().add("fold");
        title.setText(head);
        title.getStyleClass().add("fold-title");
        title.setMinWidth(USE_PREF_SIZE);
        detail.setText(more);
        detail.getStyleClass().add("fold-detail");
        detail.setMinWidth(0);
        var line = new HBox(6, chevron, title, detail);
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        // Not styled as a button: it is a line that can be pressed.
        button.getStyleClass().setAll("fold-head");
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(more.isEmpty() ? head : head + ", " + more);
        line.prefWidthProperty().bind(button.widthProperty().subtract(4));
        button.setOnAction(_ -> open.set(!open.get()));
        content.visibleProperty().bind(open);
        content.managedProperty().bind(open);
        open.subscribe(
                o -> chevron.setIconLiteral(o ? "oct-chevron-down-16" : "oct-chevron-right-16"));
        getChildren().addAll(button, content);
    }

    public BooleanProperty openProperty() {
        return open;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
