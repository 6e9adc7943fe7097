package dev.pareto.ui.compare;

import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.control.ChangeLabel;
import dev.pareto.ui.fx.Messages;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// Functions and lines with what they took in both variants.
final class SavingCard {
    private final GridPane grid = Card.styled(new GridPane(), "saving");
    private final double most;

    private SavingCard(List<SavingRow> rows) {
        most =
                rows.stream()
                        .filter(r -> r.kind() != SavingRow.Kind.TOTAL)
                        .mapToDouble(
                                r ->
                                        Math.max(
                                                SavingRow.seconds(r.before()),
                                                SavingRow.seconds(r.after())))
                        .max()
                        .orElse(0);
    }

    /// @param before and after: short names of the two variants
    static Card of(List<SavingRow> rows, String note, String before, String after) {
        if (rows.isEmpty()) {
            return new Card(Messages.text("compare.saving.title")).with(Card.text(note, "muted"));
        }
        var card =
                new Card(
                        Messages.text("compare.saving.title"),
                        Messages.text("compare.saving.aside"));
        return card.with(new SavingCard(rows).fill(rows, before, after));
    }

    private Node fill(List<SavingRow> rows, String before, String after) {
        var name = new ColumnConstraints(80, 160, Double.MAX_VALUE);
        name.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints()
                .setAll(name, new ColumnConstraints(60), figures(70), figures(70), figures(88));
        head(0, Messages.text("compare.saving.place"));
        head(2, before);
        head(3, after);
        head(4, Messages.text("compare.saving.change"));
        int at = 1;
        for (SavingRow row : rows) {
            var line = Card.styled(new Region(), "row-line");
            grid.add(line, 0, at, 5, 1);
            var label = new Label(row.name());
            label.setMinWidth(0);
            label.getStyleClass().add("place-" + row.kind().name().toLowerCase(Locale.ROOT));
            grid.add(label, 0, at);
            if (row.kind() != SavingRow.Kind.TOTAL) {
                grid.add(bars(row), 1, at);
            }
            grid.add(figure(row.before()), 2, at);
            grid.add(figure(row.after()), 3, at);
            grid.add(change(row), 4, at);
            at++;
        }
        return grid;
    }

    private static ColumnConstraints figures(double width) {
        var column = new ColumnConstraints(width);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private void head(int column, String text) {
        grid.add(Card.styled(new Label(text), "column-title"), column, 0);
    }

    private static Label figure(@Nullable WallTime time) {
        return Card.styled(new Label(time == null ? "–" : time.toString()), "figure");
    }

    private static Node change(SavingRow row) {
        double change = row.change();
        var label = Card.styled(new ChangeLabel(), "figure");
        label.show(row.tone(), change == 0 ? "0" : (change > 0 ? "+" : "") + Figures.time(change));
        return label;
    }

    private Node bars(SavingRow row) {
        var before = bar("bar-before", SavingRow.seconds(row.before()), 1);
        var after = bar("bar-after", SavingRow.seconds(row.after()), 7);
        var bars = new Pane(before, after);
        bars.setMinSize(56, 12);
        bars.setMaxSize(56, 12);
        return bars;
    }

    private Region bar(String style, double seconds, double y) {
        var bar = Card.styled(new Region(), style);
        double width = most == 0 ? 0 : 56 * seconds / most;
        bar.resizeRelocate(0, y, seconds == 0 ? 0 : Math.max(1, width), 5);
        bar.setManaged(false);
        return bar;
    }
}
