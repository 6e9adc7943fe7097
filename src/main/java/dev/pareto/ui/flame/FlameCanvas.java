package dev.pareto.ui.flame;

import dev.pareto.ui.control.Ink;
import dev.pareto.ui.control.Theme;
import dev.pareto.ui.control.ThemedRegion;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Draws the frames that can be seen. Deep trees scroll.
public final class FlameCanvas extends ThemedRegion {
    private static final double BAR = 12;

    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private @Nullable FlameViewModel model;
    private @Nullable FlameLayout layout;

    public FlameCanvas() {
        getStyleClass().add("flame-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        bar.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(canvas, bar);
        setMinSize(120, 4 * FlamePainter.ROW);
        bar.valueProperty().subscribe(() -> changed());
        focusedProperty().subscribe(() -> changed());
        widthProperty().subscribe(this::relayout);
        heightProperty().subscribe(this::relayout);
        setOnScroll(event -> scrollBy(-event.getDeltaY()));
    }

    void show(FlameViewModel shown) {
        model = shown;
        shown.zoomProperty().subscribe(_ -> relayout());
        shown.shapeProperty()
                .subscribe(
                        _ -> {
                            toRoot();
                            changed();
                        });
        shown.foundProperty().subscribe(_ -> changed());
        shown.selectedProperty().subscribe(_ -> reveal());
    }

    private void relayout() {
        FlameNode zoom = model == null ? null : model.zoomProperty().get();
        layout = zoom == null || getWidth() <= 0 ? null : FlameLayout.of(zoom, getWidth());
        double high = height();
        boolean scrolls = high > getHeight();
        if (scrolls && layout != null && zoom != null) {
            layout = FlameLayout.of(zoom, getWidth() - BAR);
        }
        bar.setVisible(scrolls);
        bar.setMax(Math.max(0, high - getHeight()));
        bar.setVisibleAmount(bar.getMax() * Math.min(1, getHeight() / Math.max(1, high)));
        bar.setUnitIncrement(FlamePainter.ROW);
        bar.setBlockIncrement(Math.max(FlamePainter.ROW, getHeight() - FlamePainter.ROW));
        bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
        if (isFlame() && bar.getValue() == 0) {
            toRoot();
        }
        changed();
    }

    private double height() {
        return layout == null ? 0 : layout.depth() * FlamePainter.ROW;
    }

    private boolean isFlame() {
        return model != null && model.shapeProperty().get() == FlameShape.FLAME;
    }

    private void toRoot() {
        bar.setValue(isFlame() ? bar.getMax() : 0);
    }

    private void scrollBy(double pixels) {
        if (bar.isVisible()) {
            bar.setValue(Math.clamp(bar.getValue() + pixels, 0, bar.getMax()));
        }
    }

    /// Scrolls to the selected frame.
    private void reveal() {
        FlameNode node = model == null ? null : model.selectedProperty().get();
        if (node != null && bar.isVisible()) {
            double top = y(node.depth()) + bar.getValue();
            double least = top + FlamePainter.ROW - getHeight();
            bar.setValue(
                    Math.clamp(
                            Math.clamp(bar.getValue(), Math.min(least, top), top),
                            0,
                            bar.getMax()));
        }
        changed();
    }

    /// The top of a row, as it is scrolled now.
    private double y(int depth) {
        double above = depth * FlamePainter.ROW;
        double high = Math.max(height(), getHeight());
        return (isFlame() ? high - above - FlamePainter.ROW : above) - bar.getValue();
    }

    /// The frame at a point.
    Optional<FlameNode> at(double x, double y) {
        if (layout == null) {
            return Optional.empty();
        }
        double high = Math.max(height(), getHeight());
        double down = y + bar.getValue();
        int depth = (int) Math.floor((isFlame() ? high - down : down) / FlamePainter.ROW);
        return layout.at(depth, x).map(FlameLayout.Box::node);
    }

    @Nullable FlameLayout frames() {
        return layout;
    }

    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        super.layoutChildren();
    }

    @Override
    protected void draw(Theme theme) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        var context = canvas.getGraphicsContext2D();
        context.setGlobalAlpha(1);
        context.setFill(theme.colour(Ink.BACKGROUND));
        context.fillRect(0, 0, getWidth(), getHeight());
        if (layout == null || model == null) {
            return;
        }
        FlameNode root = model.rootProperty().get();
        FlameNode zoom = model.zoomProperty().get();
        if (root == null || zoom == null) {
            return;
        }
        FlameSearch search = model.foundProperty().get();
        FlameNode selected = model.selectedProperty().get();
        var painter = new FlamePainter(context, theme);
        for (int depth = 0; depth < layout.depth(); depth++) {
            double y = y(depth);
            if (y + FlamePainter.ROW > 0 && y < getHeight()) {
                for (FlameLayout.Box box : layout.row(depth)) {
                    var style =
                            new FlamePainter.Style(
                                    search.matches(box.node()),
                                    depth < zoom.depth(),
                                    box.node() == selected);
                    painter.frame(box, y, root.total(), style);
                }
            }
        }
    }
}
