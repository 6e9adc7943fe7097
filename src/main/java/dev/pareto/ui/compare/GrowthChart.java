package dev.pareto.ui.compare;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.ChartAxis;
import dev.pareto.ui.control.ChartRegion;
import dev.pareto.ui.control.Ink;
import dev.pareto.ui.control.LogAxis;
import dev.pareto.ui.control.Theme;
import dev.pareto.ui.fx.Messages;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/// Two curves on logarithmic axes, with the size from which the candidate takes less time.
final class GrowthChart extends ChartRegion {
    private @Nullable GrowthCurves curves;
    private String before = "";
    private String after = "";

    GrowthChart() {
        setMinSize(200, 180);
        setPrefSize(380, 210);
    }

    void show(GrowthCurves shown, String reference, String candidate) {
        curves = shown;
        before = reference;
        after = candidate;
        setAccessibleText(
                label(reference, shown.reference()) + "; " + label(candidate, shown.candidate()));
        changed();
    }

    private static String label(String name, GrowthCurves.@Nullable Slope slope) {
        return slope == null
                ? name
                : Messages.text("compare.growth.curve", name, Figures.three(slope.exponent()));
    }

    @Override
    protected JFreeChart chart(Theme theme) {
        var plot = new XYPlot();
        if (curves != null) {
            fill(plot, curves, theme);
        }
        return bare(plot, theme);
    }

    private void fill(XYPlot plot, GrowthCurves shown, Theme theme) {
        List<GrowthCurves.Point> points = shown.points();
        double least = points.stream().mapToDouble(GrowthChart::less).min().orElseThrow();
        double most = points.stream().mapToDouble(GrowthChart::more).max().orElseThrow();
        double first = points.getFirst().logSize();
        double last = points.getLast().logSize();
        double room = Math.max(0.05, (last - first) * 0.08);
        double bottom = Math.log10(least);
        double span = Math.max(0.3, Math.log10(most) - bottom);
        List<ChartAxis.Tick> sizes =
                points.stream()
                        .map(p -> new ChartAxis.Tick(p.logSize(), Figures.count(p.size())))
                        .toList();
        plot.setDomainAxis(new ChartAxis(first - room, last + room, sizes, theme));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeAxis(
                new ChartAxis(
                        bottom - 0.08 * span,
                        bottom + 1.3 * span,
                        ticks(least, most, Figures::time),
                        theme));
        var data = new DefaultXYDataset();
        data.addSeries(before, series(points, GrowthCurves.Point::reference));
        data.addSeries(after, series(points, GrowthCurves.Point::candidate));
        plot.setDataset(data);
        plot.setRenderer(renderer(shown, span, theme));
        Double crossover = shown.crossover();
        if (crossover != null) {
            mark(plot, crossover, first - room, bottom + 1.27 * span, theme);
        }
    }

    private static double less(GrowthCurves.Point point) {
        return Math.min(point.reference(), point.candidate());
    }

    private static double more(GrowthCurves.Point point) {
        return Math.max(point.reference(), point.candidate());
    }

    private static List<ChartAxis.Tick> ticks(
            double low, double high, DoubleFunction<String> words) {
        double room = low == high ? 2 : 1;
        List<Double> all = new LogAxis(low / room, high * room).ticks();
        List<Double> tens = all.stream().filter(t -> Math.abs(Math.log10(t) % 1) < 1e-9).toList();
        return (all.size() > 5 && tens.size() > 1 ? tens : all)
                .stream().map(t -> new ChartAxis.Tick(Math.log10(t), words.apply(t))).toList();
    }

    private static double[][] series(
            List<GrowthCurves.Point> points, ToDoubleFunction<GrowthCurves.Point> seconds) {
        return new double[][] {
            points.stream().mapToDouble(p -> p.logSize()).toArray(),
            points.stream().mapToDouble(seconds).map(Math::log10).toArray()
        };
    }

    private XYLineAndShapeRenderer renderer(GrowthCurves shown, double span, Theme theme) {
        var renderer = new XYLineAndShapeRenderer(true, true);
        GrowthCurves.Point last = shown.points().getLast();
        Color candidate = theme.awt(Ink.LESS);
        style(renderer, 0, theme.awt(Ink.MUTED));
        style(renderer, 1, candidate);
        // Curves fall to the left, so there is room above their ends; the lower one's word goes
        // below it where the ends are close.
        double upper = Math.log10(last.reference());
        double lower = Math.log10(last.candidate());
        boolean close = Math.abs(upper - lower) < 0.2 * span;
        renderer.addAnnotation(
                word(
                        label(before, shown.reference()),
                        last.logSize(),
                        upper,
                        close && upper < lower ? -0.05 * span : 0.05 * span,
                        theme.awt(Ink.TEXT)));
        renderer.addAnnotation(
                word(
                        label(after, shown.candidate()),
                        last.logSize(),
                        lower,
                        close && lower <= upper ? -0.05 * span : 0.05 * span,
                        candidate));
        return renderer;
    }

    private static void style(XYLineAndShapeRenderer renderer, int series, Color colour) {
        renderer.setSeriesPaint(series, colour);
        renderer.setSeriesStroke(series, LINE);
        renderer.setSeriesShape(series, new Ellipse2D.Double(-4, -4, 8, 8));
    }

    /// @param off up from the point, or down where negative
    private static XYTextAnnotation word(
            String text, double x, double y, double off, Color colour) {
        var word = new XYTextAnnotation(text, x, y + off);
        word.setFont(font(Font.BOLD, 12));
        word.setPaint(colour);
        word.setTextAnchor(off > 0 ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_RIGHT);
        return word;
    }

    private void mark(XYPlot plot, double crossover, double left, double top, Theme theme) {
        double at = Math.log10(crossover);
        if (at > left) {
            plot.addDomainMarker(
                    new IntervalMarker(left, at, theme.awt(Ink.INSET), HAIR, null, null, 0.8f),
                    Layer.BACKGROUND);
        }
        plot.addDomainMarker(new ValueMarker(at, theme.awt(Ink.MUTED), DASHED), Layer.BACKGROUND);
        var words =
                new XYTextAnnotation(
                        Messages.text(
                                "compare.growth.crossover",
                                curves == null ? "n" : curves.size(),
                                Figures.count(Math.round(crossover)),
                                after),
                        Math.max(at, left) + 0.03,
                        top);
        words.setFont(font(Font.PLAIN, 12));
        words.setPaint(theme.awt(Ink.TEXT));
        words.setTextAnchor(TextAnchor.TOP_LEFT);
        plot.addAnnotation(words);
    }
}
