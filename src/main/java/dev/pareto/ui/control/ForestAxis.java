package dev.pareto.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The figures above a column of [ForestPlot]s of the same width: 0.5×, 1×, 2× …
public final class ForestAxis extends Region {
    private LogAxis axis = LogAxis.RATIOS;

    public ForestAxis() {
        getStyleClass().add("forest-axis");
        setMinSize(60, 16);
        setPrefSize(280, 20);
        show(axis);
    }

    public void show(LogAxis shown) {
        axis = shown;
        getChildren().clear();
        for (double tick : shown.ticks()) {
            var label = new Label(words(tick));
            label.getStyleClass().add(tick == 1 ? "tick-one" : "tick");
            getChildren().add(label);
        }
    }

    /// "0.5×", "20×": a tick needs no third digit.
    static String words(double tick) {
        return (tick == Math.rint(tick) ? Long.toString((long) tick) : Double.toString(tick)) + "×";
    }

    @Override
    protected void layoutChildren() {
        int index = 0;
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            Node label = getChildren().get(index++);
            double width = label.prefWidth(-1);
            double height = label.prefHeight(-1);
            double centre =
                    ForestPlot.INSET + axis.position(tick) * (getWidth() - 2 * ForestPlot.INSET);
            double x = Math.clamp(centre - width / 2, 0, Math.max(0, getWidth() - width));
            label.setVisible(x > free);
            if (label.isVisible()) {
                free = x + width + 2;
            }
            label.resizeRelocate(x, (getHeight() - height) / 2, width, height);
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
