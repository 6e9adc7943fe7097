package dev.pareto.ui.main;

import dev.pareto.program.Target;
import dev.pareto.ui.fx.Messages;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// Asks what of a folder is to be started. JavaFX thread.
final class EntryChoice extends VBox {
    private static final int MOST_ROWS = 10;
    private static final double ROW = 32;

    /// @param entries likeliest first
    EntryChoice(List<Target> entries, Consumer<Target> chosen) {
        getStyleClass().add("entry-choice");
        var title = new Label(Messages.text("open.entry.title"));
        title.getStyleClass().add("title");
        var text = new Label(Messages.text("open.entry.text"));
        text.setWrapText(true);
        var list = new ListView<Target>();
        list.getItems().setAll(entries);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(Math.min(MOST_ROWS, entries.size()) * ROW + 2);
        list.setCellFactory(_ -> new EntryCell());
        list.getSelectionModel().selectFirst();
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        choose(list, chosen);
                        event.consume();
                    }
                });
        list.setOnMouseClicked(_ -> choose(list, chosen));
        getChildren().setAll(title, text, list);
        focusedProperty().subscribe(on -> focus(on, list));
        setFocusTraversable(true);
    }

    private static void focus(boolean on, ListView<Target> list) {
        if (on) {
            list.requestFocus();
        }
    }

    private static void choose(ListView<Target> list, Consumer<Target> chosen) {
        Target target = list.getSelectionModel().getSelectedItem();
        if (target != null) {
            chosen.accept(target);
        }
    }

    private static final class EntryCell extends ListCell<Target> {
        @Override
        protected void updateItem(@Nullable Target target, boolean empty) {
            super.updateItem(target, empty);
            setText(target == null || empty ? null : target.label());
        }
    }
}
