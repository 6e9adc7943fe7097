package dev.pareto.ui.waiting;

import dev.pareto.profile.Cost;
import dev.pareto.ui.control.TimeSplit;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Function;

/// The columns of the table of threads. They stand in the order of the threads.
enum ThreadColumn {
    NAME(140, ThreadRow::name),
    DOES(70, ThreadRow::does),
    TIME(84, r -> WaitingColumn.time(r.thread().cost().wall().seconds())),
    CPU(84, r -> WaitingColumn.time(r.thread().cost().cpu().seconds())),
    WAITING(84, r -> WaitingColumn.time(r.thread().cost().waiting().seconds())),
    GIL(112, r -> WaitingColumn.time(r.thread().gil().seconds())),
    QUEUE(84, r -> WaitingColumn.time(r.thread().cost().runQueue().seconds())),
    SPLIT(112, _ -> "");

    private final double width;

    // A function without a state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<ThreadRow, String> text;

    ThreadColumn(double width, Function<ThreadRow, String> text) {
        this.width = width;
        this.text = text;
    }

    /// A column of its own for a table.
    TableColumn<ThreadRow, ThreadRow> column() {
        String key = name().toLowerCase(Locale.ROOT);
        var column = new TableColumn<ThreadRow, ThreadRow>(Messages.text("waiting.thread." + key));
        boolean words = this == NAME || this == DOES || this == SPLIT;
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(this));
        column.getStyleClass().addAll(key, words ? "words" : "figures");
        if (this == NAME) {
            column.getStyleClass().add("lead");
        }
        column.setPrefWidth(width);
        column.setMinWidth(this == NAME ? 96 : width);
        column.setResizable(words);
        column.setReorderable(false);
        column.setSortable(false);
        return column;
    }

    private static final class Cell extends TableCell<ThreadRow, ThreadRow> {
        private final ThreadColumn column;
        private final TimeSplit split = new TimeSplit();

        Cell(ThreadColumn column) {
            this.column = column;
            setContentDisplay(ContentDisplay.RIGHT);
        }

        @Override
        protected void updateItem(@Nullable ThreadRow item, boolean empty) {
            super.updateItem(item, empty);
            ThreadRow row = empty ? null : item;
            setText(row == null ? null : column.text.apply(row));
            if (column == SPLIT) {
                setGraphic(row == null ? null : split);
                if (row != null) {
                    Cost cost = row.thread().cost();
                    split.show(
                            cost.cpu().seconds(),
                            cost.waiting().seconds(),
                            cost.runQueue().seconds());
                }
            }
        }
    }
}
