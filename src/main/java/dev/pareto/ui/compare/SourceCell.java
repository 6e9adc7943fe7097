package dev.pareto.ui.compare;

import dev.pareto.ui.fx.Messages;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/// One row of both sources. A press on a fold opens it.
final class SourceCell extends ListCell<SourceRow> {
    private final SourceHalf left;
    private final SourceHalf right;
    private final Pane pair;
    private final Label folded = new Label();
    private final Node fold;

    SourceCell(ObservableDoubleValue shift, Consumer<SourceRow.Fold> unfold) {
        getStyleClass().add("source-row");
        setPrefWidth(0);
        left = new SourceHalf(shift);
        right = new SourceHalf(shift);
        pair = new Halves(left, right);
        var box = new HBox(8, new FontIcon("oct-ellipsis-16"), folded);
        box.getStyleClass().add("fold");
        box.setAlignment(Pos.CENTER_LEFT);
        fold = box;
        setOnMouseClicked(
                _ -> {
                    if (getItem() instanceof SourceRow.Fold item) {
                        unfold.accept(item);
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable SourceRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        switch (empty ? null : row) {
            case null -> setGraphic(null);
            case SourceRow.Fold(_, int count) -> {
                folded.setText(Messages.counted("compare.fold", count));
                setAccessibleText(folded.getText());
                setGraphic(fold);
            }
            case SourceRow.Pair shown -> {
                left.show(shown.kind(), shown.left(), true);
                right.show(shown.kind(), shown.right(), false);
                setAccessibleText(words(shown));
                setGraphic(pair);
            }
        }
    }

    private static String words(SourceRow.Pair row) {
        return (row.left() == null ? "" : row.left().text())
                + " | "
                + (row.right() == null ? "" : row.right().text());
    }

    /// Both sides, each half of the width, with a line between.
    private static final class Halves extends Pane {
        private final Node left;
        private final Node right;

        Halves(Node left, Node right) {
            this.left = left;
            this.right = right;
            getChildren().setAll(left, right);
            setMinSize(0, SourcesView.ROW);
            setPrefSize(0, SourcesView.ROW);
        }

        @Override
        protected void layoutChildren() {
            double half = Math.floor(getWidth() / 2);
            left.resizeRelocate(0, 0, half, getHeight());
            right.resizeRelocate(half, 0, getWidth() - half, getHeight());
        }
    }
}
