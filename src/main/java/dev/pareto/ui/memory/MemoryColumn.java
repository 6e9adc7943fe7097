package dev.pareto.ui.memory;

import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/// The columns of the table: what they show and how they sort.
enum MemoryColumn {
    PLACE(
            124,
            MemoryRow::place,
            Comparator.comparing((MemoryRow r) -> r.cost().file().path())
                    .thenComparingInt(r -> r.cost().line())),
    CODE(80, MemoryRow::code, Comparator.comparing(MemoryRow::code)),
    GREW(
            84,
            r -> MemoryRow.signed(r.cost().rssUp().count()),
            Comparator.comparing((MemoryRow r) -> r.cost().rssUp())),
    FREED(
            84,
            r -> MemoryRow.signed(-r.cost().rssDown().count()),
            Comparator.comparing((MemoryRow r) -> r.cost().rssDown())),
    NET(
            84,
            r -> MemoryRow.signed(MemoryRow.net(r.cost())),
            Comparator.comparingLong((MemoryRow r) -> MemoryRow.net(r.cost()))),
    SHARE(
            136,
            r -> r.share().fraction() > 0 ? r.share().toString() : "–",
            Comparator.comparing(MemoryRow::share));

    private final double width;

    // Both are functions without a state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<MemoryRow, String> text;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Comparator<MemoryRow> order;

    MemoryColumn(double width, Function<MemoryRow, String> text, Comparator<MemoryRow> order) {
        this.width = width;
        this.text = text;
        this.order = order;
    }

    /// A column of its own for a table; figures sort from large to small at the first click.
    TableColumn<MemoryRow, MemoryRow> column() {
        String key = name().toLowerCase(Locale.ROOT);
        var column = new TableColumn<MemoryRow, MemoryRow>(Messages.text("memory." + key));
        boolean words = this == PLACE || this == CODE;
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
        return column;
    }

    private static final class Cell extends TableCell<MemoryRow, MemoryRow> {
        private static final double BAR = 56;

        private final MemoryColumn column;
        private final Region bar = new Region();
        private final HBox box = new HBox(bar);

        Cell(MemoryColumn column) {
            this.column = column;
            bar.getStyleClass().add("growth-bar");
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(BAR);
            setContentDisplay(ContentDisplay.RIGHT);
        }

        @Override
        protected void updateItem(@Nullable MemoryRow item, boolean empty) {
            super.updateItem(item, empty);
            MemoryRow row = empty ? null : item;
            setText(row == null ? null : column.text.apply(row));
            if (column == SHARE) {
                double share = row == null ? 0 : row.share().fraction();
                setGraphic(row == null ? null : box);
                double width = share > 0 ? Math.max(2, BAR * share) : 0;
                bar.setMinWidth(width);
                bar.setMaxWidth(width);
            }
        }
    }
}
