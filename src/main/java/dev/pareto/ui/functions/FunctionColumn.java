package dev.pareto.ui.functions;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/// The columns of the table: what they show and how they sort.
enum FunctionColumn {
    NAME(
            180,
            FunctionRow::name,
            Comparator.comparing(FunctionRow::name, String.CASE_INSENSITIVE_ORDER)),
    PLACE(
            130,
            FunctionRow::place,
            Comparator.comparing((FunctionRow r) -> r.cost().file().path())
                    .thenComparingInt(r -> r.cost().line())),
    CALLS(
            72,
            FunctionRow::calls,
            Comparator.comparingLong((FunctionRow r) -> r.cost().calls().orElse(-1))),
    SELF(
            72,
            r -> Figures.time(FunctionRow.self(r.cost())),
            Comparator.comparingDouble((FunctionRow r) -> FunctionRow.self(r.cost()))),
    SELF_SHARE(
            68,
            r -> r.selfShare().toString(),
            Comparator.comparingDouble((FunctionRow r) -> FunctionRow.self(r.cost()))),
    TOTAL(
            72,
            r -> Figures.time(FunctionRow.total(r.cost())),
            Comparator.comparingDouble((FunctionRow r) -> FunctionRow.total(r.cost()))),
    TOTAL_SHARE(
            68,
            r -> r.totalShare().toString(),
            Comparator.comparingDouble((FunctionRow r) -> FunctionRow.total(r.cost())));

    private final double width;

    // Both are functions without a state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<FunctionRow, String> text;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Comparator<FunctionRow> order;

    FunctionColumn(
            double width, Function<FunctionRow, String> text, Comparator<FunctionRow> order) {
        this.width = width;
        this.text = text;
        this.order = order;
    }

    /// A column of its own for a table; figures sort from large to small at the first click.
    TableColumn<FunctionRow, FunctionRow> column() {
        String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
        var column = new TableColumn<FunctionRow, FunctionRow>(Messages.text("functions." + key));
        boolean words = this == NAME || this == PLACE;
        column.setComparator(words ? order : order.reversed());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(this));
        column.getStyleClass().addAll(key, words ? "words" : "figures");
        column.setPrefWidth(width);
        column.setMinWidth(this == NAME ? 90 : width);
        column.setResizable(words);
        if (this == NAME) {
            column.getStyleClass().add("lead");
        }
        column.setReorderable(false);
        return column;
    }

    private static final class Cell extends TableCell<FunctionRow, FunctionRow> {
        private final FunctionColumn column;

        Cell(FunctionColumn column) {
            this.column = column;
        }

        @Override
        protected void updateItem(@Nullable FunctionRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : column.text.apply(row));
            if (column == NAME) {
                boolean own = row != null && !empty && row.isOwn();
                pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("own"), own);
            }
        }
    }
}
