package dev.pareto.ui.flame;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// The keys of the graph.
final class FlameKeys {
    private final FlameViewModel model;
    private final FlameCanvas canvas;
    private final Runnable search;
    private final Runnable source;

    /// @param search puts the caret into the search field; @param source goes to the selected frame
    FlameKeys(FlameViewModel model, FlameCanvas canvas, Runnable search, Runnable source) {
        this.model = model;
        this.canvas = canvas;
        this.search = search;
        this.source = source;
    }

    void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (handles(event.getCode(), event.isShiftDown())) {
            event.consume();
        }
    }

    private boolean handles(KeyCode code, boolean shift) {
        boolean flame = model.shapeProperty().get() == FlameShape.FLAME;
        switch (code) {
            case DOWN -> move(flame ? -1 : 1);
            case UP -> move(flame ? 1 : -1);
            case LEFT -> beside(-1);
            case RIGHT -> beside(1);
            case ENTER -> {
                FlameNode node = model.selectedProperty().get();
                if (node != null) {
                    model.zoomTo(node);
                }
            }
            case BACK_SPACE -> model.zoomOut();
            case DIGIT0, NUMPAD0 -> model.zoomToAll();
            case SLASH, DIVIDE -> search.run();
            case N -> next(shift ? -1 : 1);
            case G -> source.run();
            case H -> toggle(model.hideLibrariesProperty());
            case R -> toggle(model.mergeRecursionProperty());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void toggle(javafx.beans.property.BooleanProperty option) {
        option.set(!option.get());
    }

    private void move(int down) {
        FlameNode node = model.selectedProperty().get();
        FlameLayout layout = canvas.frames();
        if (node == null || layout == null) {
            select(model.zoomProperty().get());
        } else {
            select(down > 0 ? layout.deeper(node).orElse(null) : node.parent());
        }
    }

    private void beside(int step) {
        FlameNode node = model.selectedProperty().get();
        FlameLayout layout = canvas.frames();
        if (node != null && layout != null) {
            select(layout.beside(node, step).orElse(null));
        }
    }

    /// The next drawn frame that the search matches, after the selected one, around the end.
    void next(int step) {
        FlameLayout layout = canvas.frames();
        FlameSearch found = model.foundProperty().get();
        if (layout == null) {
            return;
        }
        List<FlameNode> matches = layout.nodes().stream().filter(found::matches).toList();
        if (!matches.isEmpty()) {
            int at = matches.indexOf(model.selectedProperty().get());
            int start = at < 0 && step < 0 ? 0 : at;
            select(matches.get(Math.floorMod(start + step, matches.size())));
        }
    }

    private void select(@Nullable FlameNode node) {
        Optional.ofNullable(node).ifPresent(model.selectedProperty()::set);
    }
}
