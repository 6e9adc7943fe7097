package dev.pareto.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.Collection;

/// One row of a forest plot: the estimate of a ratio with the whiskers of its interval, over the
/// lines of a logarithmic axis. [ForestAxis] above a column of them writes the figures.
public final class ForestPlot extends Region {
    /// Room at both ends, so that a mark at the end of the axis is not cut.
    static final double INSET = 12;

    private static final double CAP = 8;

    private LogAxis axis = LogAxis.RATIOS;
    private @Nullable ForestMark mark;

    public ForestPlot() {
        getStyleClass().add("forest-plot");
        setMinSize(60, 24);
        setPrefSize(280, 28);
    }

    /// The axis that holds all marks, at least [LogAxis#RATIOS].
    public static LogAxis axisFor(Collection<ForestMark> marks) {
        double[] values =
                marks.stream().flatMapToDouble(m -> java.util.Arrays.stream(m.values())).toArray();
        return LogAxis.RATIOS.covering(values);
    }

    /// Shows a mark on an axis; without a mark only the lines.
    public void show(LogAxis on, @Nullable ForestMark shown) {
        axis = on;
        mark = shown;
        setAccessibleText(shown == null ? "no ratio" : shown.words());
        getChildren().clear();
        on.ticks().forEach(tick -> add(tick == 1 ? "forest-one" : "forest-line"));
        if (shown != null) {
            if (shown.interval() != null) {
                add("forest-whisker");
                add("forest-cap");
                add("forest-cap");
            }
            Rectangle dot = add("forest-dot");
            double round = shown.tone() == Tone.REFERENCE ? 0 : 8;
            dot.setArcWidth(round);
            dot.setArcHeight(round);
            getChildren().forEach(shown.tone()::style);
        }
        requestLayout();
    }

    private Rectangle add(String style) {
        var shape = new Rectangle();
        shape.getStyleClass().add(style);
        shape.setManaged(false);
        getChildren().add(shape);
        return shape;
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.round(getHeight() / 2);
        int index = 0;
        for (double tick : axis.ticks()) {
            double width = tick == 1 ? 2 : 1;
            place(index++, x(tick) - width / 2, 0, width, getHeight());
        }
        if (mark == null) {
            return;
        }
        var interval = mark.interval();
        if (interval != null) {
            double low = x(interval.low().value());
            double high = x(interval.high().value());
            place(index++, low, middle - 1, Math.max(1, high - low), 2);
            place(index++, low - 1, middle - CAP / 2 - 1, 2, CAP + 2);
            place(index++, high - 1, middle - CAP / 2 - 1, 2, CAP + 2);
        }
        double size = 8;
        place(index, x(mark.ratio().value()) - size / 2, middle - size / 2, size, size);
    }

    private double x(double ratio) {
        return INSET + axis.position(ratio) * (getWidth() - 2 * INSET);
    }

    private void place(int index, double x, double y, double width, double height) {
        Node node = getChildren().get(index);
        if (node instanceof Rectangle box) {
            box.setX(snapPositionX(x));
            box.setY(snapPositionY(y));
            box.setWidth(width);
            box.setHeight(height);
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
