package dev.pareto.ui.waiting;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.TimeSplit;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/// The columns of the table of lines: what they show and how they sort.
enum WaitingColumn {
    PLACE(
            124,
            WaitingRow::place,
            Comparator.comparing((WaitingRow r) -> r.cost().file().path())
                    .thenComparingInt(r -> r.cost().line())),
    CODE(80, WaitingRow::code, Comparator.comparing(WaitingRow::code)),
    WAITING(84, r -> time(r.waiting()), Comparator.comparingDouble(WaitingRow::waiting)),
    SHARE(
            76,
            r -> r.share().fraction() > 0 ? r.share().toString() : "–",
            Comparator.comparing(WaitingRow::share)),
    CPU(84, r -> time(r.cpu()), Comparator.comparingDouble(WaitingRow::cpu)),
    QUEUE(84, r -> time(r.runQueue()), Comparator.comparingDouble(WaitingRow::runQueue)),
    SPLIT(112, _ -> "", Comparator.comparingDouble(WaitingRow::waiting));

    private final double width;

    // Both are functions without a state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<WaitingRow, String> text;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Comparator<WaitingRow> order;

    WaitingColumn(double width, Function<WaitingRow, String> text, Comparator<WaitingRow> order) {
        this.width = width;
        this.text = text;
        this.order = order;
    }

    /// Less than this is the rounding of a sum, in seconds.
    private static final double NOTHING = 1e-6;

    /// Seconds as people read them; a dash for none.
    static String time(double seconds) {
        return seconds < NOTHING ? "–" : Figures.time(seconds);
    }

    /// A column of its own for a table; figures sort from large to small at the first click.
    TableColumn<WaitingRow, WaitingRow> column() {
        String key = name().toLowerCase(Locale.ROOT);
        var column = new TableColumn<WaitingRow, WaitingRow>(Messages.text("waiting." + key));
        boolean words = this == PLACE || this == CODE || this == SPLIT;
        column.setComparator(words ? order : order.reversed());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(this));
        column.getStyleClass().addAll(this == CODE ? "source" : key, words ? "words" : "figures");
        if (this == PLACE) {
            column.getStyleClass().add("lead");
        }
        column.setPrefWidth(width);
        column.setMinWidth(this == CODE ? 60 : width);
        column.setResizable(words);
        column.setReorderable(false);
        column.setSortable(this != SPLIT);
        return column;
    }

    private static final class Cell extends TableCell<WaitingRow, WaitingRow> {
        private final WaitingColumn column;
        private final TimeSplit split = new TimeSplit();

        Cell(WaitingColumn column) {
            this.column = column;
            setContentDisplay(ContentDisplay.RIGHT);
        }

        @Override
        protected void updateItem(@Nullable WaitingRow item, boolean empty) {
            super.updateItem(item, empty);
            WaitingRow row = empty ? null : item;
            setText(row == null ? null : column.text.apply(row));
            if (column == SPLIT) {
                setGraphic(row == null ? null : split);
                if (row != null) {
                    split.show(row.cpu(), row.waiting(), row.runQueue());
                }
            }
        }
    }
}
