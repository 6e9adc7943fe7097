package dev.pareto.ui.lines;

import dev.pareto.quantity.Figures;
import dev.pareto.quantity.Share;
import dev.pareto.ui.control.HeatBar;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/// The columns of the table: what they show and how they sort.
enum LineColumn {
    PLACE(124, LineRow::place, Comparator.comparing(LineRow::path).thenComparingInt(LineRow::line)),
    CODE(120, LineRow::code, Comparator.comparing(LineRow::code)),
    HITS(
            76,
            r -> r.cost().hits().isPresent() ? Figures.count(r.cost().hits().getAsLong()) : "–",
            Comparator.comparingLong((LineRow r) -> r.cost().hits().orElse(-1))),
    TIME(
            72,
            r -> Figures.time(LinesViewModel.seconds(r.cost())),
            Comparator.comparingDouble((LineRow r) -> LinesViewModel.seconds(r.cost()))),
    SHARE(120, r -> r.share().toString(), Comparator.comparing(LineRow::share)),
    SUM(72, r -> r.sum().toString(), Comparator.<LineRow, Share>comparing(LineRow::sum).reversed());

    private final double width;

    // Both are functions without a state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<LineRow, String> text;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Comparator<LineRow> order;

    LineColumn(double width, Function<LineRow, String> text, Comparator<LineRow> order) {
        this.width = width;
        this.text = text;
        this.order = order;
    }

    /// A column of its own for a table; figures sort from large to small at the first click.
    TableColumn<LineRow, LineRow> column() {
        String key = name().toLowerCase(Locale.ROOT);
        var column = new TableColumn<LineRow, LineRow>(Messages.text("lines." + key));
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

    private static final class Cell extends TableCell<LineRow, LineRow> {
        private static final PseudoClass HOT = PseudoClass.getPseudoClass("hot");

        private final LineColumn column;
        private final HeatBar bar = new HeatBar();

        Cell(LineColumn column) {
            this.column = column;
            bar.setMaxWidth(40);
            setContentDisplay(ContentDisplay.RIGHT);
        }

        @Override
        protected void updateItem(@Nullable LineRow item, boolean empty) {
            super.updateItem(item, empty);
            LineRow row = empty ? null : item;
            setText(row == null ? null : column.text.apply(row));
            pseudoClassStateChanged(HOT, row != null && row.hot());
            if (column == SHARE) {
                setGraphic(row == null ? null : bar);
                bar.show(row == null ? Share.ZERO : row.share());
            }
        }
    }
}
