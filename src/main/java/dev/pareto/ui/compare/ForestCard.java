package dev.pareto.ui.compare;

import dev.pareto.ui.control.Badge;
import dev.pareto.ui.control.ForestAxis;
import dev.pareto.ui.control.ForestPlot;
import dev.pareto.ui.control.LogAxis;
import dev.pareto.ui.fx.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/// All variants that may be ranked together; a press on one shows it.
final class ForestCard {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private ForestCard() {}

    static Card of(List<ForestRow> rows, String note, String measure, Consumer<String> choose) {
        LogAxis on = ForestPlot.axisFor(rows.stream().map(ForestRow::mark).toList());
        var axis = new ForestAxis();
        axis.show(on);
        var box = new VBox(line(name(new Region()), axis, figure("")));
        rows.forEach(row -> box.getChildren().add(button(row, on, choose)));
        String title = Messages.text("compare.forest.title");
        var card =
                (measure.isEmpty()
                                ? new Card(title)
                                : new Card(title, Messages.text("compare.forest.aside", measure)))
                        .with(box);
        return note.isEmpty() ? card : card.with(Card.text(note, "aside"));
    }

    private static Node button(ForestRow row, LogAxis on, Consumer<String> choose) {
        var plot = new ForestPlot();
        plot.show(on, row.mark());
        plot.setPrefHeight(26);
        var name = new Label(row.name());
        name.setMinWidth(0);
        var button = Card.styled(new Button(), "forest-row");
        button.setGraphic(
                line(
                        name(new HBox(8, new Badge(row.letter()), name)),
                        plot,
                        figure(row.letter().isEmpty() ? "1×" : row.mark().ratio().toString())));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(row.name() + ", " + row.mark().words());
        button.pseudoClassStateChanged(SHOWN, row.shown());
        if (row.letter().isEmpty()) {
            button.setMouseTransparent(true);
            button.setFocusTraversable(false);
        } else {
            button.setOnAction(_ -> choose.accept(row.id()));
        }
        return button;
    }

    private static Region name(Region node) {
        if (node instanceof HBox box) {
            box.setAlignment(Pos.CENTER_LEFT);
        }
        node.setMinWidth(132);
        node.setPrefWidth(132);
        node.setMaxWidth(132);
        return node;
    }

    private static Label figure(String text) {
        var label = Card.styled(new Label(text), "figure");
        label.setMinWidth(54);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static HBox line(Region name, Region plot, Label figure) {
        plot.setMinWidth(60);
        plot.setPrefWidth(120);
        HBox.setHgrow(plot, Priority.ALWAYS);
        plot.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(name, plot, figure);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
