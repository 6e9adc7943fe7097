package dev.pareto.ui.main;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// What lies over the window for a moment: the palette, the sheet of keys, a choice. Escape and a
/// click beside it take it away; then the focus is where it was. JavaFX thread.
final class Overlay extends StackPane {
    private @Nullable Node focused;

    Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        setOnMousePressed(
                event -> {
                    if (event.getTarget() == this) {
                        close();
                    }
                });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
    }

    void show(Node content) {
        if (!isVisible()) {
            focused = getScene() == null ? null : getScene().getFocusOwner();
        }
        getChildren().setAll(content);
        setVisible(true);
        content.requestFocus();
    }

    void close() {
        setVisible(false);
        getChildren().clear();
        if (focused != null) {
            focused.requestFocus();
        }
    }
}
