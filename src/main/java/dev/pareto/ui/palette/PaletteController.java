package dev.pareto.ui.palette;

import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// Binds the command palette. The keys work while the caret stays in the field.
public final class PaletteController {
    private final PaletteViewModel model;
    private final Runnable close;

    @FXML private Region root;
    @FXML private TextField filter;
    @FXML private ListView<PaletteRow> list;

    /// @param close takes the palette away; called before an action is done
    public PaletteController(PaletteViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        filter.textProperty().bindBidirectional(model.filterProperty());
        list.setItems(model.rows());
        list.setFixedCellSize(32);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Messages.text("palette.nothing")));
        list.setCellFactory(_ -> new RowCell());
        model.rows().addListener((ListChangeListener<PaletteRow>) _ -> first());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        root.visibleProperty().subscribe(_ -> focus());
        root.sceneProperty().subscribe(_ -> focus());
        root.focusedProperty().subscribe(this::passOn);
        first();
    }

    private void first() {
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /// What is typed is for the filter.
    private void passOn(boolean focused) {
        if (focused) {
            focus();
        }
    }

    private void focus() {
        if (root.isVisible() && root.getScene() != null) {
            filter.requestFocus();
        }
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close.run();
            case ENTER -> perform(list.getSelectionModel().getSelectedItem());
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(8);
            case PAGE_UP -> move(-8);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = model.rows().size() - 1;
        if (last >= 0) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 4));
        }
    }

    private void perform(@Nullable PaletteRow row) {
        if (row != null && row.possible()) {
            close.run();
            model.perform(row);
        }
    }

    /// An action with its key.
    private final class RowCell extends ListCell<PaletteRow> {
        private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

        private final Label label = new Label();
        private final Label key = new Label();
        private final HBox row;

        RowCell() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            key.getStyleClass().add("key-cap");
            key.setMinWidth(USE_PREF_SIZE);
            row = new HBox(8, label, gap, key);
            row.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(_ -> perform(getItem()));
        }

        @Override
        protected void updateItem(@Nullable PaletteRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : row);
            pseudoClassStateChanged(IMPOSSIBLE, item != null && !item.possible());
            if (item != null) {
                label.setText(item.label());
                key.setText(item.action().keyText());
            }
        }
    }
}
