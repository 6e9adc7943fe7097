package dev.pareto.ui.control;

import javafx.scene.transform.Scale;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Stroke;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// A chart of JFreeChart in the colours and fonts of the window. It is made anew whenever its
/// content or the theme changes, because JFreeChart knows no CSS.
public abstract class ChartRegion extends ThemedRegion {
    /// Marks and lines of data.
    protected static final Stroke LINE = new BasicStroke(2);

    /// Axes, grids and edges.
    protected static final Stroke HAIR = new BasicStroke(1);

    /// What was decided or is expected, not measured.
    protected static final Stroke DASHED =
            new BasicStroke(
                    1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 3}, 0);

    private static final String FAMILY = fonts();
    private static final Font NOTHING = new Font(Font.SERIF, Font.ITALIC, 1);

    private final ChartCanvas canvas = new ChartCanvas(new JFreeChart(new XYPlot()));

    // The list of children is made by the superclass, before this.
    @SuppressWarnings("this-escape")
    protected ChartRegion() {
        // The canvas would take the wheel from the page, to zoom.
        canvas.setMouseTransparent(true);
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    /// The chart as it is to look now.
    protected abstract JFreeChart chart(Theme theme);

    @Override
    protected final void draw(Theme theme) {
        canvas.setChart(chart(theme));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double scale = Math.max(1, getLocalToSceneTransform().getMxx());
        canvas.getTransforms().setAll(new Scale(1 / scale, 1 / scale));
        canvas.setWidth(Math.max(1, getWidth()) * scale);
        canvas.setHeight(Math.max(1, getHeight()) * scale);
        if (canvas.getChart() instanceof SharpChart chart && chart.scale != scale) {
            chart.scale = scale;
            canvas.draw();
        }
    }

    /// A font of the window at a size in pixels.
    protected static Font font(int style, int size) {
        return new Font(FAMILY, style, size);
    }

    /// A plot without frame, title and legend, on the ground of the window.
    protected static JFreeChart bare(XYPlot plot, Theme theme) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinePaint(theme.awt(Ink.GRID));
        plot.setDomainGridlineStroke(HAIR);
        plot.setRangeGridlinePaint(theme.awt(Ink.GRID));
        plot.setRangeGridlineStroke(HAIR);
        var chart = new SharpChart(plot);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    /// Draws itself at the size in which the window shows it, so that it stays sharp when the whole
    /// window is scaled.
    private static final class SharpChart extends JFreeChart {
        private static final long serialVersionUID = 1L;

        private double scale = 1;

        SharpChart(XYPlot plot) {
            super(null, font(Font.PLAIN, 12), plot, false);
        }

        @Override
        public void draw(
                Graphics2D g2,
                Rectangle2D area,
                @Nullable Point2D anchor,
                @Nullable ChartRenderingInfo info) {
            // The canvas restores its own state after each drawing, of which g2 hears nothing:
            // it would leave out what it believes to be set. So it is set to something else first.
            g2.setFont(NOTHING);
            g2.setPaint(Color.MAGENTA);
            g2.setStroke(DASHED);
            g2.scale(scale, scale);
            var whole =
                    new Rectangle2D.Double(0, 0, area.getWidth() / scale, area.getHeight() / scale);
            super.draw(g2, whole, anchor, info);
        }
    }

    /// AWT measures the texts that JavaFX draws, so it must know the same fonts.
    private static String fonts() {
        var environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        for (String name : List.of("Inter-Regular.otf", "Inter-SemiBold.otf")) {
            String path = "/dev/pareto/ui/fonts/" + name;
            try (InputStream file = ChartRegion.class.getResourceAsStream(path)) {
                environment.registerFont(
                        Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file, name)));
            } catch (IOException broken) {
                throw new UncheckedIOException("cannot read the font " + name, broken);
            } catch (FontFormatException broken) {
                throw new IllegalStateException("not a font: " + name, broken);
            }
        }
        return "Inter";
    }
}
