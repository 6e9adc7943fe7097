package dev.pareto.ui.measuring;

import dev.pareto.quantity.Figures;
import dev.pareto.trial.Pair;
import dev.pareto.trial.Verdict;
import dev.pareto.ui.control.ChartAxis;
import dev.pareto.ui.control.ChartAxis.Tick;
import dev.pareto.ui.control.ChartRegion;
import dev.pareto.ui.control.Ink;
import dev.pareto.ui.control.LogAxis;
import dev.pareto.ui.control.Theme;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.fx.Messages;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Above, both times of every pair on a logarithmic axis; below, the ratio of each pair with the
/// estimate so far.
final class PairsChart extends ChartRegion {
    private PairsPicture picture = PairsPicture.NONE;

    PairsChart() {
        setMinSize(300, 220);
        setPrefSize(700, 400);
    }

    void show(PairsPicture shown) {
        picture = shown;
        setAccessibleText(
                Messages.text(
                        "measuring.chart.words",
                        shown.pairs().size(),
                        shown.slots(),
                        shown.estimate() == null ? "–" : shown.estimate().ratio()));
        changed();
    }

    @Override
    protected JFreeChart chart(Theme theme) {
        int slots = Math.max(4, picture.slots());
        var plot =
                new CombinedDomainXYPlot(
                        new ChartAxis(0.4, slots * 1.14 + 0.6, numbers(slots), theme));
        plot.setGap(12);
        plot.add(times(theme), 5);
        plot.add(ratios(theme), 4);
        return bare(plot, theme);
    }

    /// Every pair's number, or every fifth where there are many.
    private static List<Tick> numbers(int slots) {
        int step = slots <= 24 ? 1 : slots <= 60 ? 5 : 10;
        return IntStream.rangeClosed(1, slots)
                .filter(n -> step == 1 || n % step == 0)
                .mapToObj(n -> new Tick(n, Integer.toString(n)))
                .toList();
    }

    private XYPlot times(Theme theme) {
        double[] before = picture.pairs().stream().mapToDouble(Pair::baselineSeconds).toArray();
        double[] after = picture.pairs().stream().mapToDouble(Pair::candidateSeconds).toArray();
        double least = Math.min(least(before, 0.01), least(after, 0.01));
        double most = Math.max(most(before, 1), most(after, 1));
        double room = Math.max(0.06, 0.12 * Math.log10(most / least));
        double low = Math.log10(least) - room;
        double high = Math.log10(most) + room;
        XYPlot plot =
                plot(
                        new ChartAxis(
                                low,
                                high,
                                before.length == 0 ? List.of() : logTicks(least, most),
                                theme),
                        theme);
        var data = new DefaultXYDataset();
        data.addSeries("before", series(Pair::baselineSeconds));
        data.addSeries("after", series(Pair::candidateSeconds));
        plot.setDataset(data);
        XYLineAndShapeRenderer renderer = dots(theme.awt(Ink.MUTED), colour(theme));
        for (int i = 0; i < picture.pairs().size(); i++) {
            renderer.addAnnotation(
                    new XYLineAnnotation(
                            i + 1,
                            Math.log10(before[i]),
                            i + 1,
                            Math.log10(after[i]),
                            HAIR,
                            theme.awt(Ink.BORDER)),
                    Layer.BACKGROUND);
        }
        if (before.length > 0) {
            double gap = Math.log10(last(before) / last(after));
            boolean close = Math.abs(gap) < 0.1 * (high - low);
            double push = close ? 0.05 * (high - low) * (gap < 0 ? -1 : 1) : 0;
            word(plot, picture.reference(), Math.log10(last(before)) + push, theme.awt(Ink.TEXT));
            word(plot, picture.candidate(), Math.log10(last(after)) - push, colour(theme));
        }
        plot.setRenderer(renderer);
        return plot;
    }

    private XYPlot ratios(Theme theme) {
        double[] ratios = picture.ratios();
        double least = least(ratios, 0.9);
        double most = most(ratios, 1.1);
        double room = Math.max(0.16 * (most - least), 0.004 * most);
        double low = least - room;
        double high = most + room;
        XYPlot plot =
                plot(
                        new ChartAxis(
                                low,
                                high,
                                ratios.length == 0
                                        ? List.of()
                                        : ChartAxis.ticks(low, high, 3, Figures::ratio),
                                theme),
                        theme);
        var data = new DefaultXYDataset();
        double[][] points = {
            IntStream.rangeClosed(1, ratios.length).asDoubleStream().toArray(), ratios
        };
        data.addSeries("ratios", points);
        plot.setDataset(data);
        Verdict.Estimate estimate = picture.estimate();
        if (estimate != null && ratios.length > 0) {
            estimate(plot, estimate, ratios, theme);
        }
        if (picture.nextLook() > 0) {
            plot.addDomainMarker(
                    new ValueMarker(picture.nextLook() + 0.5, theme.awt(Ink.MUTED), DASHED));
        }
        plot.setRenderer(dots(colour(theme)));
        return plot;
    }

    /// A line for the estimate, over the interval, or over the middle of the pairs before there is
    /// one.
    private void estimate(XYPlot plot, Verdict.Estimate estimate, double[] ratios, Theme theme) {
        var interval = estimate.interval();
        double low = interval == null ? least(ratios, 1) : interval.low().value();
        double high = interval == null ? most(ratios, 1) : interval.high().value();
        Color colour = colour(theme);
        Color soft = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 26);
        plot.addAnnotation(
                new XYBoxAnnotation(0.4, low, picture.slots() + 0.5, high, HAIR, null, soft));
        double ratio = estimate.ratio().value();
        plot.addAnnotation(
                new XYLineAnnotation(0.4, ratio, picture.slots() + 0.5, ratio, LINE, colour));
        word(plot, Messages.text("measuring.so-far", estimate.ratio()), ratio, colour);
    }

    private XYPlot plot(ChartAxis axis, Theme theme) {
        var plot = new XYPlot();
        plot.setRangeAxis(axis);
        bare(plot, theme);
        plot.setDomainGridlinesVisible(false);
        int next = picture.pairs().size() + 1;
        if (picture.nextLook() >= next) {
            plot.addDomainMarker(
                    new IntervalMarker(
                            next - 0.45,
                            next + 0.45,
                            theme.awt(Ink.SELECTED),
                            HAIR,
                            null,
                            null,
                            0.8f),
                    Layer.BACKGROUND);
        }
        return plot;
    }

    private XYLineAndShapeRenderer dots(Color... colours) {
        var renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < colours.length; i++) {
            renderer.setSeriesPaint(i, colours[i]);
            renderer.setSeriesShape(i, new Ellipse2D.Double(-4, -4, 8, 8));
            // Hollow once it was stopped: no verdict rests on them.
            renderer.setSeriesShapesFilled(i, !picture.stopped());
        }
        return renderer;
    }

    private Color colour(Theme theme) {
        return theme.awt(
                picture.tone() == Tone.LESS
                        ? Ink.LESS
                        : picture.tone() == Tone.MORE ? Ink.MORE : Ink.ACCENT);
    }

    private void word(XYPlot plot, String text, double y, Color colour) {
        var word = new XYTextAnnotation(text, picture.slots() + 0.7, y);
        word.setFont(font(Font.BOLD, 12));
        word.setPaint(colour);
        word.setTextAnchor(TextAnchor.CENTER_LEFT);
        plot.addAnnotation(word);
    }

    private double[][] series(ToDoubleFunction<Pair> seconds) {
        return new double[][] {
            IntStream.rangeClosed(1, picture.pairs().size()).asDoubleStream().toArray(),
            picture.pairs().stream().mapToDouble(seconds).map(Math::log10).toArray()
        };
    }

    private static List<Tick> logTicks(double least, double most) {
        var ticks = new ArrayList<Tick>();
        for (double tick : new LogAxis(least * 0.8, most * 1.25).ticks()) {
            ticks.add(new Tick(Math.log10(tick), Figures.time(tick)));
        }
        if (ticks.size() < 2) {
            ticks.clear();
            ChartAxis.ticks(least * 0.98, most * 1.02, 4, Figures::time)
                    .forEach(t -> ticks.add(new Tick(Math.log10(t.at()), t.word())));
        }
        return ticks;
    }

    private static double least(double[] values, double otherwise) {
        return Arrays.stream(values).min().orElse(otherwise);
    }

    private static double most(double[] values, double otherwise) {
        return Arrays.stream(values).max().orElse(otherwise);
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }
}
