package dev.pareto.ui.files;

import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// The wall time as a bar: computing, waiting (hatched), and neither. The sentence below it says
/// the same in words.
final class BoundBar extends Region {
    private final Region cpu = part("cpu");
    private final Region waiting = part("waiting");
    private @Nullable Bound bound;

    BoundBar() {
        getStyleClass().add("bound-bar");
        getChildren().addAll(cpu, waiting);
        setMinHeight(8);
        setPrefHeight(8);
        setMaxHeight(8);
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }

    void show(@Nullable Bound shown) {
        bound = shown;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (bound == null) {
            return;
        }
        double computing = bound.cpu().fraction();
        double blocked = bound.waiting().fraction();
        // Several threads may compute and wait at once: then the bar is their sum.
        double whole = Math.max(1, computing + blocked);
        double left = snapSizeX(computing / whole * getWidth());
        double middle = snapSizeX(blocked / whole * getWidth());
        cpu.resizeRelocate(0, 0, left, getHeight());
        waiting.resizeRelocate(left, 0, Math.min(middle, getWidth() - left), getHeight());
    }
}
