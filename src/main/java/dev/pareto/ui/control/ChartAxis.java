package dev.pareto.ui.control;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// An axis of a chart whose ticks are given, with figures as the rest of the window writes them.
public final class ChartAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final transient List<Tick> given;

    /// A place on the axis with its word.
    public record Tick(double at, String word) {}

    public ChartAxis(double low, double high, List<Tick> ticks, Theme theme) {
        super(null);
        given = List.copyOf(ticks);
        setRange(low, high);
        setAxisLineVisible(false);
        setTickMarksVisible(false);
        setTickLabelFont(ChartRegion.font(Font.PLAIN, 11));
        setTickLabelPaint(theme.awt(Ink.MUTED));
    }

    /// An axis of which nothing is seen.
    public static ChartAxis hidden(double low, double high, Theme theme) {
        var axis = new ChartAxis(low, high, List.of(), theme);
        axis.setVisible(false);
        return axis;
    }

    /// About `count` round values between two ends; values that would be written alike are left
    /// out.
    public static List<Tick> ticks(
            double low, double high, int count, DoubleFunction<String> words) {
        double rough = (high - low) / count;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (step >= rough * (1 - 1e-9)) {
                break;
            }
        }
        var ticks = new ArrayList<Tick>();
        for (double n = Math.ceil(low / step - 1e-9); n * step <= high * (1 + 1e-12); n++) {
            String word = words.apply(n * step);
            if (ticks.isEmpty() || !ticks.getLast().word().equals(word)) {
                ticks.add(new Tick(n * step, word));
            }
        }
        return ticks;
    }

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return given.stream()
                .map(t -> new NumberTick(t.at(), t.word(), anchor, TextAnchor.CENTER, 0))
                .toList();
    }
}
