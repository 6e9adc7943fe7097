package dev.pareto.ui.control;

import javafx.scene.layout.Region;

import java.util.List;

/// A bar of the time of a run: on the processor, waiting, and ready but without a processor. The
/// words and figures stand beside it.
public final class TimeSplit extends Region {
    private static final double HEIGHT = 8;

    private final List<Region> parts = List.of(part("cpu"), part("waiting"), part("run-queue"));
    private double[] seconds = new double[3];

    public TimeSplit() {
        getStyleClass().add("time-split");
        setMinSize(40, HEIGHT);
        setPrefSize(200, HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().addAll(parts);
    }

    /// Shows the three parts, in seconds of wall time.
    public void show(double cpu, double waiting, double runQueue) {
        seconds = new double[] {cpu, waiting, runQueue};
        requestLayout();
    }

    private static Region part(String style) {
        var region = new Region();
        region.getStyleClass().addAll("time-part", style);
        region.setManaged(false);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double all = seconds[0] + seconds[1] + seconds[2];
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = all == 0 ? 0 : seconds[i] / all * getWidth();
            double end = snapPositionX(x + width);
            double start = snapPositionX(x);
            parts.get(i).setVisible(end > start);
            parts.get(i).resizeRelocate(start, 0, Math.max(0, end - start), HEIGHT);
            x += width;
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
