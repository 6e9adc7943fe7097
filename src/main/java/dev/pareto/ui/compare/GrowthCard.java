package dev.pareto.ui.compare;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// How both variants grow, as a chart or as a table.
final class GrowthCard {
    private GrowthCard() {}

    static Card of(GrowthCurves curves, String before, String after) {
        var chart = new GrowthChart();
        chart.show(curves, before, after);
        VBox.setVgrow(chart, Priority.ALWAYS);
        var toggle = new ToggleButton(Messages.text("compare.table"));
        toggle.getStyleClass().addAll("small", "flat");
        var card =
                new Card(
                                Messages.text("compare.growth.title", curves.size()),
                                Messages.text(
                                        "compare.growth.aside",
                                        Compared.measure(curves.measure()),
                                        curves.points().size()))
                        .aside(toggle)
                        .with(
                                chart,
                                Card.text(
                                        Messages.text(
                                                "compare.growth.slopes",
                                                slope(curves.reference()),
                                                slope(curves.candidate())),
                                        "aside"));
        curves.notes().forEach(note -> card.with(Card.text(note, "aside")));
        toggle.selectedProperty()
                .addListener(
                        (_, _, on) ->
                                card.getChildren()
                                        .set(1, on ? table(curves, before, after) : chart));
        return card;
    }

    private static String slope(GrowthCurves.@Nullable Slope slope) {
        if (slope == null) {
            return Messages.text("compare.growth.short");
        }
        if (!slope.isBounded()) {
            return Messages.text("compare.growth.unbounded", Figures.three(slope.exponent()));
        }
        return Messages.text(
                "compare.growth.slope", Figures.three(slope.low()), Figures.three(slope.high()));
    }

    private static Node table(GrowthCurves curves, String before, String after) {
        var table = new TableView<GrowthCurves.Point>();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column(curves.size(), p -> Figures.count(p.size())));
        table.getColumns().add(column(before, p -> Figures.time(p.reference())));
        table.getColumns().add(column(after, p -> Figures.time(p.candidate())));
        table.getColumns()
                .add(
                        column(
                                Messages.text("compare.runs.ratio-column"),
                                p -> Figures.ratio(p.reference() / p.candidate())));
        table.getItems().setAll(curves.points());
        table.setFixedCellSize(26);
        table.setPrefHeight(210);
        return table;
    }

    private static TableColumn<GrowthCurves.Point, String> column(
            String title, Function<GrowthCurves.Point, String> words) {
        var column = new TableColumn<GrowthCurves.Point, String>(title);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(words.apply(c.getValue())));
        column.setSortable(false);
        column.getStyleClass().add("figure");
        return column;
    }
}
