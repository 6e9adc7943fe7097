package dev.pareto.ui.variants;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.EnumMap;
import java.util.Map;

/// Lays out one row, or the head, in the columns that fit.
final class RowPane extends Pane {
    private final Map<VariantColumn, Node> cells = new EnumMap<>(VariantColumn.class);

    RowPane(double height) {
        setMinSize(0, height);
        setPrefSize(0, height);
    }

    void put(VariantColumn column, Node node) {
        Node before = cells.put(column, node);
        if (before != null) {
            getChildren().remove(before);
        }
        getChildren().add(node);
    }

    @Override
    protected void layoutChildren() {
        Map<VariantColumn, VariantColumn.Span> spans = VariantColumn.fit(getWidth());
        cells.forEach(
                (column, node) -> {
                    VariantColumn.Span span = spans.get(column);
                    node.setVisible(span != null);
                    if (span != null) {
                        double height =
                                column == VariantColumn.FOREST
                                        ? getHeight()
                                        : Math.min(getHeight(), node.prefHeight(span.width()));
                        double y = Math.round((getHeight() - height) / 2);
                        node.resizeRelocate(span.x(), y, span.width(), height);
                    }
                });
    }
}
