package dev.pareto.ui.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/// A canvas that stays sharp where the whole window is shown larger: it has as many pixels as it
/// covers, and shrinks itself back.
public final class SharpCanvas extends Canvas {
    private double scale = 1;

    public SharpCanvas() {
        setManaged(false);
    }

    /// Makes it this large, in units of its parent, and empty. What is drawn now is in those units.
    public GraphicsContext fresh(double width, double height) {
        var parent = getParent();
        scale = parent == null ? 1 : Math.max(1, parent.getLocalToSceneTransform().getMxx());
        setWidth(width * scale);
        setHeight(height * scale);
        getTransforms().setAll(new Scale(1 / scale, 1 / scale));
        GraphicsContext context = getGraphicsContext2D();
        context.setTransform(scale, 0, 0, scale, 0, 0);
        context.clearRect(0, 0, width, height);
        return context;
    }

    /// Pixels for each unit of its parent.
    public double scale() {
        return scale;
    }
}
