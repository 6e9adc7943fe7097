package dev.pareto.ui.improve;

import dev.pareto.ui.control.Badge;
import dev.pareto.ui.control.ForestPlot;
import dev.pareto.ui.control.LogAxis;
import dev.pareto.ui.fx.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// A step of the ladder: what it is, what it gained, and what the whole would lose without it.
final class RungPane extends VBox {
    private static final PseudoClass KEPT = PseudoClass.getPseudoClass("kept");
    private static final double NAMES = 116;
    private static final double FIGURES = 58;
    private static final double INTERVALS = 96;

    RungPane(Rung rung, LogAxis axis, ImproveActions actions) {
        super(6);
        getStyleClass().add("rung");
        pseudoClassStateChanged(KEPT, rung.kept());
        getChildren().addAll(head(rung, actions), figures(rung, axis));
        getChildren().add(sentence(rung.own().words() + " (" + rung.predicted() + ")"));
        Rung.Gain lost = rung.lost();
        if (lost != null) {
            getChildren().add(sentence(lost.words()));
        }
    }

    private static HBox head(Rung rung, ImproveActions actions) {
        var number = label(Integer.toString(rung.number()), "rung-number");
        number.setMinWidth(20);
        var title = label(rung.title(), "rung-title");
        title.setMinWidth(40);
        var place = new Hyperlink(rung.where());
        place.setMinWidth(USE_PREF_SIZE);
        place.setOnAction(_ -> actions.place().accept(rung.file(), rung.line()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var chip = label(rung.chip(), "rung-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setGraphic(new FontIcon(rung.kept() ? "oct-check-16" : "oct-dash-16"));
        chip.pseudoClassStateChanged(KEPT, rung.kept());
        var badge = new Badge(rung.variant());
        var compare =
                button(
                        "improve.compare",
                        "oct-git-compare-16",
                        () -> actions.compare().accept(rung.reference(), rung.variant()));
        var open =
                button("improve.open", "oct-code-16", () -> actions.open().accept(rung.variant()));
        for (Button each : new Button[] {compare, open}) {
            each.setAccessibleText(each.getText() + ", " + rung.title());
        }
        var line = new HBox(8, number, title, place, gap, chip, badge, compare, open);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button button(String key, String icon, Runnable deed) {
        var button = new Button(Messages.text(key), new FontIcon(icon));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> deed.run());
        return button;
    }

    private static GridPane figures(Rung rung, LogAxis axis) {
        GridPane grid = grid();
        gain(grid, 0, Messages.text("improve.own"), rung.own(), axis);
        if (rung.lost() != null) {
            gain(grid, 1, Messages.text("improve.lost"), rung.lost(), axis);
        }
        return grid;
    }

    private static void gain(GridPane grid, int row, String name, Rung.Gain gain, LogAxis axis) {
        var plot = new ForestPlot();
        plot.show(axis, gain.mark());
        plot.setMaxWidth(Double.MAX_VALUE);
        plot.setPrefHeight(24);
        grid.addRow(
                row,
                label(name, "muted"),
                label(gain.ratio(), "figure"),
                label(gain.interval(), "interval"),
                plot);
    }

    /// The columns of all rungs, and of the axis above them.
    static GridPane grid() {
        var grid = new GridPane(8, 0);
        grid.getStyleClass().add("rung-figures");
        var plots = new ColumnConstraints(100, 300, Double.MAX_VALUE);
        plots.setHgrow(Priority.ALWAYS);
        plots.setFillWidth(true);
        grid.getColumnConstraints()
                .setAll(new ColumnConstraints(NAMES), right(FIGURES), right(INTERVALS), plots);
        return grid;
    }

    private static ColumnConstraints right(double width) {
        var column = new ColumnConstraints(width);
        column.setHalignment(HPos.RIGHT);
        return column;
    }

    private static Label sentence(String words) {
        var sentence =
                label(
                        Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".",
                        "rung-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        return sentence;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
