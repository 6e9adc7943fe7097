package dev.pareto.ui.compare;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/// Lays cards out in rows: as many beside each other as their least widths allow, each row filled,
/// all cards of a row equally high.
final class CardsPane extends Pane {
    private static final double GAP = 12;
    private static final double MARGIN = 16;
    private static final double MOST_FACTOR = 2.5;

    private final Map<Node, Double> least = new WeakHashMap<>();

    CardsPane() {
        getStyleClass().add("cards");
    }

    /// Replaces all cards.
    void show(List<Item> items) {
        least.clear();
        items.forEach(i -> least.put(i.card(), i.least()));
        getChildren().setAll(items.stream().map(Item::card).toList());
    }

    /// A card and the width below which it goes to the next row.
    record Item(Node card, double least) {}

    private double least(Node node) {
        return least.getOrDefault(node, 200.0);
    }

    private List<List<Node>> rows(double width) {
        var rows = new ArrayList<List<Node>>();
        double used = Double.POSITIVE_INFINITY;
        for (Node node : getManagedChildren()) {
            if (used + GAP + least(node) > width - 2 * MARGIN) {
                rows.add(new ArrayList<>());
                used = -GAP;
            }
            rows.getLast().add(node);
            used += GAP + least(node);
        }
        return rows;
    }

    /// What is left of a row goes to its cards in proportion to their least widths; a lone small
    /// card does not become a banner.
    private double factor(List<Node> row, double width) {
        double sum = row.stream().mapToDouble(this::least).sum();
        return Math.min(MOST_FACTOR, (width - 2 * MARGIN - GAP * (row.size() - 1)) / sum);
    }

    private double height(List<Node> row, double factor) {
        return row.stream()
                .mapToDouble(n -> n.prefHeight(Math.floor(least(n) * factor)))
                .max()
                .orElse(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double total = MARGIN;
        double across = width < 0 ? getWidth() : width;
        for (List<Node> row : rows(across)) {
            total += Math.ceil(height(row, factor(row, across))) + GAP;
        }
        return total - GAP + MARGIN;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 900;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double y = MARGIN;
        for (List<Node> row : rows(getWidth())) {
            double factor = factor(row, getWidth());
            double height = Math.ceil(height(row, factor));
            double x = MARGIN;
            for (Node node : row) {
                double width = Math.floor(least(node) * factor);
                node.resizeRelocate(Math.rint(x), y, width, height);
                x += width + GAP;
            }
            y += height + GAP;
        }
    }
}
