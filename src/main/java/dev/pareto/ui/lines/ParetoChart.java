package dev.pareto.ui.lines;

import dev.pareto.ui.control.ChartFonts;
import dev.pareto.ui.control.Ink;
import dev.pareto.ui.control.Theme;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/// The chart that the product is named after: bars of the lines' shares, the line that sums them
/// up, and the mark at 80 %. It always shows 0 to 100 %.
final class ParetoChart {
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke DASHED =
            new BasicStroke(
                    1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0);

    private final List<LineRow> rows;
    private final Theme theme;

    private final boolean oneFile;

    private ParetoChart(List<LineRow> rows, Theme theme) {
        this.rows = rows;
        this.oneFile = rows.stream().map(LineRow::path).distinct().count() <= 1;
        this.theme = theme;
    }

    /// @param rows hottest first, as many as there is room for
    static JFreeChart of(List<LineRow> rows, Theme theme) {
        return new ParetoChart(rows, theme).chart();
    }

    private JFreeChart chart() {
        var bars = new DefaultCategoryDataset();
        var sums = new DefaultCategoryDataset();
        for (LineRow row : rows) {
            bars.addValue(row.share().fraction() * 100, "share", label(row));
            sums.addValue(row.sum().fraction() * 100, "sum", label(row));
        }
        var plot = new CategoryPlot(bars, lines(), percent(), bars());
        plot.setDataset(1, sums);
        plot.setRenderer(1, sums());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(theme.awt(Ink.BACKGROUND));
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(theme.awt(Ink.GRID));
        plot.setRangeGridlineStroke(THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.addRangeMarker(mark(), Layer.BACKGROUND);
        var chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(theme.awt(Ink.BACKGROUND));
        chart.setPadding(new RectangleInsets(8, 8, 4, 12));
        return chart;
    }

    private CategoryAxis lines() {
        var axis = new CategoryAxis();
        axis.setTickLabelFont(ChartFonts.code(11));
        axis.setTickLabelPaint(theme.awt(Ink.MUTED));
        axis.setAxisLinePaint(theme.awt(Ink.BORDER));
        axis.setTickMarksVisible(false);
        axis.setCategoryMargin(0.25);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        if (!oneFile) {
            axis.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
        }
        return axis;
    }

    /// "9", or "orders:9" where the lines are of several files.
    private String label(LineRow row) {
        return oneFile ? "" + row.line() : row.path().replaceFirst("\\.py$", "") + ":" + row.line();
    }

    private NumberAxis percent() {
        var axis = new NumberAxis();
        var format = new DecimalFormat("0' %'", DecimalFormatSymbols.getInstance(Locale.ROOT));
        axis.setRange(0, 100.5);
        axis.setTickUnit(new NumberTickUnit(20, format));
        axis.setTickLabelFont(ChartFonts.text(11));
        axis.setTickLabelPaint(theme.awt(Ink.MUTED));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private BarRenderer bars() {
        var renderer =
                new BarRenderer() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Paint getItemPaint(int row, int column) {
                        return theme.awt(rows.get(column).hot() ? Ink.OWN : Ink.FAINT);
                    }
                };
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(0.12);
        return renderer;
    }

    private LineAndShapeRenderer sums() {
        var renderer = new LineAndShapeRenderer(true, true);
        renderer.setSeriesPaint(0, theme.awt(Ink.LESS));
        renderer.setSeriesStroke(
                0, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        return renderer;
    }

    private ValueMarker mark() {
        var mark = new ValueMarker(LinesViewModel.PART * 100);
        mark.setPaint(theme.awt(Ink.MORE));
        mark.setAlpha(1);
        mark.setStroke(DASHED);
        mark.setLabel("80 %");
        mark.setLabelFont(ChartFonts.bold(11));
        mark.setLabelPaint(theme.awt(Ink.MORE));
        mark.setLabelBackgroundColor(theme.awt(Ink.BACKGROUND, 0));
        mark.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
        mark.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        mark.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
        return mark;
    }
}
