package dev.pareto.ui.code;

import dev.pareto.ui.fx.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

import org.kordamp.ikonli.javafx.FontIcon;

/// The tab of one file: its name, a dot where the variant changes it, and a way to close it.
final class CodeTab extends HBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final OpenFile file;
    private final Button close = new Button(null, new FontIcon("oct-x-16"));

    CodeTab(OpenFile file, Runnable select, Runnable closed) {
        this.file = file;
        getStyleClass().add("code-tab");
        setAlignment(Pos.CENTER_LEFT);
        var name = new Button(file.name(), new FontIcon("oct-file-code-16"));
        name.getStyleClass().add("tab-name");
        name.setMinWidth(USE_PREF_SIZE);
        name.setTooltip(new Tooltip(file.path()));
        name.setOnAction(_ -> select.run());
        var dot = new Circle(3);
        dot.getStyleClass().add("changed-dot");
        dot.visibleProperty().bind(file.changedProperty());
        dot.managedProperty().bind(file.changedProperty());
        file.changedProperty()
                .subscribe(
                        changed ->
                                name.setAccessibleText(
                                        changed
                                                ? Messages.text("code.tab.changed", file.name())
                                                : file.name()));
        close.getStyleClass().add("tab-close");
        close.setAccessibleText(Messages.text("code.tab.close", file.name()));
        close.setTooltip(new Tooltip(Messages.text("code.tab.close", file.name())));
        close.setOnAction(_ -> closed.run());
        getChildren().addAll(name, dot, close);
    }

    OpenFile file() {
        return file;
    }

    void setHere(boolean here) {
        pseudoClassStateChanged(HERE, here);
    }

    /// The last tab cannot be closed.
    void setCloses(boolean closes) {
        close.setVisible(closes);
        close.setManaged(closes);
    }
}
