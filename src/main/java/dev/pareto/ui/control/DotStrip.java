package dev.pareto.ui.control;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/// Every value as a dot on a line of its own scale, with the middle half and the median, or with an
/// estimate and its interval.
public final class DotStrip extends ChartRegion {
    private static final double[] ROWS = {0.5, 0.68, 0.32, 0.6, 0.4};

    private @Nullable Content content;

    public DotStrip() {
        getStyleClass().add("dot-strip");
        setMinSize(120, 52);
        setPrefSize(300, 52);
    }

    /// What is marked beside the dots.
    public enum Mark {
        /// A box over the middle half, with the median.
        MIDDLE_HALF,
        /// Whiskers from the lower to the upper end of an interval, with the estimate.
        INTERVAL,
        /// Nothing but the dots, hollow: no verdict rests on them.
        NONE
    }

    /// @param values at least one; @param lower, centre and upper: what the mark shows
    /// @param words how a value is written
    // Never leaves this class, which copies what it is given.
    @SuppressWarnings("ArrayRecordComponent")
    private record Content(
            double[] values,
            double lower,
            double centre,
            double upper,
            Mark mark,
            Tone tone,
            DoubleFunction<String> words) {

        double least() {
            return Math.min(Arrays.stream(values).min().orElse(lower), lower);
        }

        double most() {
            return Math.max(Arrays.stream(values).max().orElse(upper), upper);
        }
    }

    /// Shows at least one value with their middle half and median.
    public void showSpread(double[] values, Tone tone, DoubleFunction<String> words) {
        Spread spread = Spread.of(values);
        show(
                new Content(
                        values.clone(),
                        spread.lower(),
                        spread.median(),
                        spread.upper(),
                        Mark.MIDDLE_HALF,
                        tone,
                        words));
    }

    /// Shows values with an estimate and its interval.
    public void showInterval(
            double[] values,
            double low,
            double estimate,
            double high,
            Tone tone,
            DoubleFunction<String> words) {
        show(new Content(values.clone(), low, estimate, high, Mark.INTERVAL, tone, words));
    }

    /// Shows at least one value that no verdict rests on.
    public void showLoose(double[] values, DoubleFunction<String> words) {
        double median = Spread.of(values).median();
        show(new Content(values.clone(), median, median, median, Mark.NONE, Tone.NEUTRAL, words));
    }

    private void show(Content shown) {
        content = shown;
        setAccessibleText(
                shown.values().length
                        + " values from "
                        + shown.words().apply(shown.least())
                        + " to "
                        + shown.words().apply(shown.most())
                        + ", "
                        + shown.words().apply(shown.centre()));
        changed();
    }

    @Override
    protected JFreeChart chart(Theme theme) {
        var plot = new XYPlot();
        plot.setRangeAxis(ChartAxis.hidden(0, 1, theme));
        plot.setRangeGridlinesVisible(false);
        if (content != null) {
            fill(plot, content, theme);
        }
        return bare(plot, theme);
    }

    private static void fill(XYPlot plot, Content shown, Theme theme) {
        double room = Math.max(shown.most() - shown.least(), Math.abs(shown.most()) * 0.004);
        double low = shown.least() - room * 0.12;
        double high = shown.most() + room * 0.12;
        // A figure at the very end would be cut.
        double end = (high - low) * 0.07;
        List<ChartAxis.Tick> ticks = ChartAxis.ticks(low + end, high - end, 4, shown.words());
        plot.setDomainAxis(new ChartAxis(low, high, ticks, theme));
        var dots = new DefaultXYDataset();
        double[] ys = new double[shown.values().length];
        for (int i = 0; i < ys.length; i++) {
            ys[i] = ROWS[i % ROWS.length];
        }
        dots.addSeries("runs", new double[][] {shown.values(), ys});
        plot.setDataset(dots);
        var renderer = new XYLineAndShapeRenderer(false, true);
        Color colour = colour(shown.tone(), theme);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-3, -3, 6, 6));
        boolean hollow = shown.mark() == Mark.NONE;
        renderer.setSeriesPaint(0, hollow ? colour : alpha(colour, 0.75));
        renderer.setSeriesShapesFilled(0, !hollow);
        mark(renderer, shown, colour);
        plot.setRenderer(renderer);
    }

    private static void mark(XYLineAndShapeRenderer renderer, Content shown, Color colour) {
        var thick = new BasicStroke(3);
        switch (shown.mark()) {
            case MIDDLE_HALF -> {
                renderer.addAnnotation(
                        new XYBoxAnnotation(
                                shown.lower(),
                                0.15,
                                shown.upper(),
                                0.85,
                                HAIR,
                                colour,
                                alpha(colour, 0.14)),
                        Layer.BACKGROUND);
                line(renderer, shown.centre(), 0.08, shown.centre(), 0.92, LINE, colour);
            }
            case INTERVAL -> {
                line(renderer, shown.lower(), 0.5, shown.upper(), 0.5, LINE, colour);
                line(renderer, shown.lower(), 0.3, shown.lower(), 0.7, LINE, colour);
                line(renderer, shown.upper(), 0.3, shown.upper(), 0.7, LINE, colour);
                line(renderer, shown.centre(), 0.1, shown.centre(), 0.9, thick, colour);
            }
            case NONE -> {}
        }
    }

    private static void line(
            XYLineAndShapeRenderer renderer,
            double x1,
            double y1,
            double x2,
            double y2,
            java.awt.Stroke stroke,
            Color colour) {
        renderer.addAnnotation(
                new XYLineAnnotation(x1, y1, x2, y2, stroke, colour), Layer.FOREGROUND);
    }

    private static Color colour(Tone tone, Theme theme) {
        return theme.awt(
                switch (tone) {
                    case LESS -> Ink.LESS;
                    case MORE -> Ink.MORE;
                    case NEUTRAL, REFERENCE -> Ink.MUTED;
                });
    }

    private static Color alpha(Color colour, double opacity) {
        return new Color(
                colour.getRed(),
                colour.getGreen(),
                colour.getBlue(),
                (int) Math.round(255 * opacity));
    }
}
