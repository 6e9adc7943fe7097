package dev.pareto.ui.variants;

import dev.pareto.ui.control.ForestAxis;
import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;

/// Binds the table of variants to its state.
public final class VariantsController {
    private final VariantsViewModel model;
    private final VariantActions actions;

    @FXML private Label count;
    @FXML private Label subtitle;
    @FXML private Button branch;
    @FXML private Button compare;
    @FXML private StackPane head;
    @FXML private ListView<VariantRow> list;

    private boolean selecting;

    public VariantsController(VariantsViewModel model, VariantActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        count.textProperty().bind(model.countProperty());
        subtitle.textProperty().bind(model.subtitleProperty());
        branch.setOnAction(_ -> actions.branch().accept(model.selectedProperty().get()));
        compare.setOnAction(_ -> actions.compare().accept(model.selectedProperty().get()));
        head.getChildren().setAll(head());
        list.setCellFactory(_ -> new VariantCell(model, actions));
        list.setItems(model.rows());
        list.setFixedCellSize(29);
        list.skinProperty().subscribe(this::keepHeadBesideScrollBar);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        // A change listener: it must come after the one of the list itself, which moves the
        // selection.
        model.rows().addListener((ListChangeListener<VariantRow>) _ -> followModel());
        model.selectedProperty().subscribe(_ -> followModel());
        list.getSelectionModel().selectedItemProperty().subscribe(this::onSelected);
    }

    /// The head stands over the rows, so it ends where they end when the list has a scroll bar.
    private void keepHeadBesideScrollBar() {
        if (list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
            bar.visibleProperty()
                    .subscribe(
                            visible ->
                                    head.setPadding(
                                            new Insets(0, visible ? bar.prefWidth(-1) : 0, 0, 0)));
        }
    }

    private RowPane head() {
        var pane = new RowPane(26);
        var axis = new ForestAxis();
        model.axisProperty().subscribe(axis::show);
        for (VariantColumn column : EnumSet.allOf(VariantColumn.class)) {
            if (column == VariantColumn.FOREST) {
                pane.put(column, axis);
            } else {
                var label = new Label(title(column));
                label.getStyleClass()
                        .addAll("column-title", column.name().toLowerCase(java.util.Locale.ROOT));
                pane.put(column, label);
            }
        }
        return pane;
    }

    private static String title(VariantColumn column) {
        return Messages.text(
                switch (column) {
                    case VARIANT -> "variants.column.variant";
                    case TIME -> "variants.column.time";
                    case VERDICT -> "variants.column.verdict";
                    case RATIO -> "variants.column.ratio";
                    case INTERVAL -> "variants.column.interval";
                    case FOREST, MEMORY -> "variants.column.memory";
                    case OUTPUT -> "variants.column.output";
                    case PAIRS -> "variants.column.pairs";
                });
    }

    /// The model's rows or selection changed: the list selects what the model says.
    private void followModel() {
        selecting = true;
        model.entry(model.selectedProperty().get()).ifPresent(list.getSelectionModel()::select);
        compare.setDisable(model.selectedProperty().get().equals(model.pinned()));
        selecting = false;
    }

    private void onSelected(@Nullable VariantRow row) {
        if (!selecting
                && row instanceof VariantRow.Entry entry
                && !entry.id().equals(model.selectedProperty().get())) {
            model.selectedProperty().set(entry.id());
            actions.selected().accept(entry.id());
        }
    }

    private void onKey(KeyEvent event) {
        String id = model.selectedProperty().get();
        if (id.equals(model.pinned())) {
            return;
        }
        if (event.getCode() == KeyCode.DELETE) {
            actions.remove().accept(id);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            actions.compare().accept(id);
            event.consume();
        }
    }
}
