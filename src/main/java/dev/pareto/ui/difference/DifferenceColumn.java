package dev.pareto.ui.difference;

import dev.pareto.profile.ProfileDifference.Change;
import dev.pareto.profile.ProfileDifference.Kind;
import dev.pareto.profile.ProfileDifference.Times;
import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The columns of the table: what they show and how they sort.
enum DifferenceColumn {
    NAME(180, Change::name, Comparator.comparing(Change::name)),
    PLACE(130, DifferenceColumn::place, Comparator.comparing(DifferenceColumn::place)),
    BEFORE(88, c -> time(c.before(), self(c.before())), by(c -> self(c.before()))),
    AFTER(88, c -> time(c.after(), self(c.after())), by(c -> self(c.after()))),
    CHANGE(92, c -> signed(c.self()), by(c -> Math.abs(c.self()))),
    KIND(
            112,
            c -> Messages.text("difference.kind." + c.kind().name().toLowerCase(Locale.ROOT)),
            Comparator.comparing(Change::kind)),
    TOTAL_BEFORE(100, c -> time(c.before(), total(c.before())), by(c -> total(c.before()))),
    TOTAL_AFTER(100, c -> time(c.after(), total(c.after())), by(c -> total(c.after()))),
    TOTAL_CHANGE(100, c -> signed(c.total()), by(c -> Math.abs(c.total())));

    private final double width;

    // Both are functions without a state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Change, String> text;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Comparator<Change> order;

    DifferenceColumn(double width, Function<Change, String> text, Comparator<Change> order) {
        this.width = width;
        this.text = text;
        this.order = order;
    }

    private static Comparator<Change> by(ToDoubleFunction<Change> figure) {
        return Comparator.comparingDouble(figure);
    }

    private static double self(Times times) {
        return times.self().wall().seconds();
    }

    private static double total(Times times) {
        return times.total().wall().seconds();
    }

    private static String time(Times times, double seconds) {
        return times.present() ? Figures.time(seconds) : "–";
    }

    /// "+0.120 s", "-43.7 ms".
    static String signed(double seconds) {
        return (seconds > 0 ? "+" : "") + Figures.time(seconds);
    }

    /// "report.py:22".
    static String place(Change change) {
        String name = change.file().path().replaceFirst("^.*[/\\\\]", "");
        String path = change.file().isOwn() ? change.file().path() : name;
        return change.line() > 0 ? path + ":" + change.line() : "";
    }

    /// A column of its own for a table; figures sort from large to small at the first click.
    TableColumn<Change, Change> column() {
        String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
        var column = new TableColumn<Change, Change>(Messages.text("difference." + key));
        boolean words = this == NAME || this == PLACE || this == KIND;
        column.setComparator(words ? order : order.reversed());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(this));
        column.getStyleClass().addAll(key, words ? "words" : "figures");
        if (this == NAME) {
            column.getStyleClass().addAll("lead", "source");
        }
        column.setPrefWidth(width);
        column.setMinWidth(this == NAME ? 80 : width);
        column.setResizable(words);
        column.setReorderable(false);
        return column;
    }

    private static final class Cell extends TableCell<Change, Change> {
        private static final PseudoClass LESS = PseudoClass.getPseudoClass("less");
        private static final PseudoClass MORE = PseudoClass.getPseudoClass("more");

        private final DifferenceColumn column;

        Cell(DifferenceColumn column) {
            this.column = column;
        }

        @Override
        protected void updateItem(@Nullable Change item, boolean empty) {
            super.updateItem(item, empty);
            Change change = empty ? null : item;
            setText(change == null ? null : column.text.apply(change));
            boolean coloured = column == CHANGE || column == KIND;
            Kind kind = change == null ? Kind.SAME : change.kind();
            pseudoClassStateChanged(LESS, coloured && (kind == Kind.LESS || kind == Kind.GONE));
            pseudoClassStateChanged(MORE, coloured && (kind == Kind.MORE || kind == Kind.NEW));
        }
    }
}
