package dev.pareto.ui.shortcuts;

import dev.pareto.ui.fx.Action;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Fills the sheet of keys from the registry of actions.
public final class ShortcutsController {
    private final Runnable closeSheet;

    @FXML private Region root;
    @FXML private FlowPane groups;
    @FXML private Button close;

    /// @param close takes the sheet away
    public ShortcutsController(Runnable close) {
        this.closeSheet = close;
    }

    @FXML
    void initialize() {
        close.setOnAction(_ -> closeSheet.run());
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        closeSheet.run();
                        event.consume();
                    }
                });
        for (ShortcutGroup group : ShortcutGroup.values()) {
            groups.getChildren().add(box(group));
        }
    }

    private static Node box(ShortcutGroup group) {
        var title = new Label(group.title());
        title.getStyleClass().add("group-title");
        var box = new VBox(2, title);
        box.getStyleClass().add("group");
        group.actions().forEach(action -> box.getChildren().add(row(action)));
        return box;
    }

    private static Node row(Action action) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var key = new Label(action.keyText());
        key.getStyleClass().add("key-cap");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(12, new Label(action.label()), gap, key);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }
}
