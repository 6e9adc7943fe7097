package dev.pareto.ui.control;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Gives one column of a table the width that all others leave, also when columns come and go.
public final class FillColumn<R> {
    private final TableView<R> table;
    private final TableColumn<R, ?> column;

    private FillColumn(TableView<R> table, TableColumn<R, ?> column) {
        this.table = table;
        this.column = column;
    }

    public static <R> void in(TableView<R> table, TableColumn<R, ?> column) {
        var fill = new FillColumn<>(table, column);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.widthProperty().subscribe(fill::fit);
        table.getVisibleLeafColumns().addListener((ListChangeListener<Object>) _ -> fill.fit());
        table.skinProperty().subscribe(fill::watchScrollBar);
    }

    private void watchScrollBar() {
        if (table.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
            bar.visibleProperty().subscribe(this::fit);
        }
        fit();
    }

    private void fit() {
        double others = 0;
        for (var each : table.getVisibleLeafColumns()) {
            others += each.equals(column) ? 0 : each.getWidth();
        }
        boolean scrolls =
                table.lookup(".scroll-bar:vertical") instanceof ScrollBar bar && bar.isVisible();
        double free = table.getWidth() - others - (scrolls ? 14 : 2);
        column.setPrefWidth(Math.max(column.getMinWidth(), Math.floor(free)));
    }
}
