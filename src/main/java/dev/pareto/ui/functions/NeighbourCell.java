package dev.pareto.ui.functions;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/// A row below the table; a click on a function selects it.
final class NeighbourCell extends ListCell<NeighbourRow> {
    NeighbourCell(Consumer<NeighbourRow> follow) {
        setPrefWidth(0);
        setOnMouseClicked(
                _ -> {
                    if (getItem() != null) {
                        follow.accept(getItem());
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable NeighbourRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        switch (empty ? null : row) {
            case null -> setGraphic(null);
            case NeighbourRow.Heading(String text, String detail) -> {
                setGraphic(line(label(text, "heading"), gap(), label(detail, "detail")));
                setAccessibleText(text + ", " + detail);
            }
            case NeighbourRow.Entry entry -> {
                setGraphic(entry(entry));
                setAccessibleText(entry.name() + ", " + entry.time() + ", " + entry.share());
            }
        }
    }

    private static Node entry(NeighbourRow.Entry entry) {
        var mark = new Region();
        mark.getStyleClass().addAll("owner", entry.owner().name().toLowerCase(Locale.ROOT));
        var name = label(entry.name(), entry.frame() == null ? "itself" : "code");
        name.setMinWidth(0);
        var time = label(entry.time(), "time");
        time.setMinWidth(72);
        var share = label(entry.share(), "share");
        share.setMinWidth(64);
        return line(mark, name, gap(), time, share);
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
