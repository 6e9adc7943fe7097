package dev.pareto.ui.control;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// The sign of Pareto, 40 px: bars, and the line that sums them up.
public final class Logo extends Pane {
    public Logo() {
        getStyleClass().add("logo");
        setMinSize(40, 40);
        setMaxSize(40, 40);
        getChildren()
                .addAll(
                        bar(5, 10, 1),
                        bar(17, 21, 0.75),
                        bar(29, 28, 0.5),
                        line(9, 11, 21, 6),
                        line(21, 6, 33, 3),
                        dot(21, 6),
                        dot(33, 3));
        setMouseTransparent(true);
    }

    private static Rectangle bar(double x, double top, double opacity) {
        var bar = new Rectangle(x, top, 9, 37 - top);
        bar.setArcWidth(3);
        bar.setArcHeight(3);
        bar.setOpacity(opacity);
        bar.getStyleClass().add("logo-bar");
        return bar;
    }

    private static Line line(double x1, double y1, double x2, double y2) {
        var line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add("logo-line");
        return line;
    }

    private static Circle dot(double x, double y) {
        var dot = new Circle(x, y, 2.6);
        dot.getStyleClass().add("logo-dot");
        return dot;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
