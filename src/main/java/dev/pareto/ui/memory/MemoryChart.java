package dev.pareto.ui.memory;

import dev.pareto.profile.MemoryTimeline;
import dev.pareto.ui.control.ChartFonts;
import dev.pareto.ui.control.Ink;
import dev.pareto.ui.control.Theme;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Resident memory over time, from zero, with the peak marked.
final class MemoryChart {
    private static final double MEGA = 1e6;
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke THICK =
            new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(
                    1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0);

    private final MemoryTimeline timeline;
    private final MemoryPeak peak;
    private final String peakWords;
    private final Theme theme;

    private MemoryChart(MemoryTimeline timeline, String peakWords, Theme theme) {
        this.timeline = timeline;
        this.peak = MemoryPeak.of(timeline);
        this.peakWords = peakWords;
        this.theme = theme;
    }

    static JFreeChart of(MemoryTimeline timeline, String peakWords, Theme theme) {
        return new MemoryChart(timeline, peakWords, theme).chart();
    }

    private JFreeChart chart() {
        var series = new XYSeries("resident");
        for (MemoryTimeline.Point point : timeline.points()) {
            series.add(point.at().seconds(), point.resident().count() / MEGA);
        }
        var plot = new XYPlot(points(series), seconds(series), megabytes(), area());
        plot.setDataset(1, points(series));
        plot.setRenderer(1, line());
        if (peak.at() != null) {
            var top = new XYSeries("peak");
            top.add(peak.at().seconds(), peak.bytes().count() / MEGA);
            plot.setDataset(2, points(top));
            plot.setRenderer(2, dot());
        }
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setBackgroundPaint(theme.awt(Ink.BACKGROUND));
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.awt(Ink.GRID));
        plot.setRangeGridlineStroke(THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addRangeMarker(mark(), Layer.FOREGROUND);
        var chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(theme.awt(Ink.BACKGROUND));
        chart.setPadding(new RectangleInsets(8, 8, 4, 16));
        return chart;
    }

    private static XYSeriesCollection points(XYSeries series) {
        return new XYSeriesCollection(series);
    }

    private NumberAxis seconds(XYSeries series) {
        NumberAxis axis = axis("0.###' s'");
        axis.setRange(0, Math.max(series.getMaxX(), 1e-3));
        axis.setAxisLineVisible(true);
        axis.setAxisLinePaint(theme.awt(Ink.BORDER));
        return axis;
    }

    private NumberAxis megabytes() {
        NumberAxis axis = axis("#,##0.##' MB'");
        axis.setRange(0, peak.bytes().count() / MEGA * 1.15);
        return axis;
    }

    private NumberAxis axis(String format) {
        var axis = new NumberAxis();
        axis.setNumberFormatOverride(
                new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setTickLabelFont(ChartFonts.text(11));
        axis.setTickLabelPaint(theme.awt(Ink.MUTED));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private XYAreaRenderer area() {
        var renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setSeriesPaint(0, theme.awt(Ink.LESS, 0.13));
        renderer.setOutline(false);
        return renderer;
    }

    private XYLineAndShapeRenderer line() {
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, theme.awt(Ink.LESS));
        renderer.setSeriesStroke(0, THICK);
        return renderer;
    }

    private XYLineAndShapeRenderer dot() {
        var renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesPaint(0, theme.awt(Ink.MORE));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-4.5, -4.5, 9, 9));
        return renderer;
    }

    private ValueMarker mark() {
        var mark = new ValueMarker(peak.bytes().count() / MEGA);
        boolean late =
                peak.at() != null
                        && peak.at().seconds() > timeline.points().getLast().at().seconds() / 2;
        mark.setPaint(theme.awt(Ink.MORE));
        mark.setAlpha(1);
        mark.setStroke(DASHED);
        mark.setLabel(peakWords);
        mark.setLabelFont(ChartFonts.bold(12));
        mark.setLabelPaint(theme.awt(Ink.MORE));
        mark.setLabelBackgroundColor(theme.awt(Ink.BACKGROUND, 0));
        mark.setLabelAnchor(late ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        mark.setLabelTextAnchor(late ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_RIGHT);
        mark.setLabelOffset(new RectangleInsets(2, 6, 2, 6));
        return mark;
    }
}
