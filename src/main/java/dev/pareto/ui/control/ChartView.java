package dev.pareto.ui.control;

import javafx.scene.canvas.Canvas;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Function;

/// A JFreeChart in the colours of the theme: it is made anew from the theme's colours whenever they
/// change.
public final class ChartView extends ThemedRegion {
    private final Canvas canvas = new Canvas();
    private final ChartRenderingInfo info = new ChartRenderingInfo();
    private @Nullable Function<Theme, JFreeChart> maker;

    public ChartView() {
        getStyleClass().add("chart");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinSize(100, 80);
        setPrefSize(400, 200);
        widthProperty().subscribe(() -> changed());
        heightProperty().subscribe(() -> changed());
    }

    /// Shows what `chart` makes of the colours of the moment.
    ///
    /// @param words for a screen reader
    public void show(Function<Theme, JFreeChart> chart, String words) {
        maker = chart;
        setAccessibleText(words);
        changed();
    }

    /// Shows nothing.
    public void clear() {
        maker = null;
        changed();
    }

    /// What of the chart lies at a point of this region.
    public Optional<ChartEntity> at(double x, double y) {
        return Optional.ofNullable(info.getEntityCollection())
                .map(entities -> entities.getEntity(x, y));
    }

    /// Where the last drawing put things.
    public ChartRenderingInfo info() {
        return info;
    }

    @Override
    protected void draw(Theme theme) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        var context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        info.clear();
        if (maker != null && getWidth() > 0 && getHeight() > 0) {
            var area = new Rectangle2D.Double(0, 0, getWidth(), getHeight());
            maker.apply(theme).draw(new FXGraphics2D(context), area, info);
        }
    }
}
