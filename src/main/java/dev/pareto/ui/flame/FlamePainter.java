package dev.pareto.ui.flame;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.Ink;
import dev.pareto.ui.control.Theme;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Draws single frames.
final class FlamePainter {
    /// Height of a row, with the gap below it.
    static final double ROW = 26;

    private static final double GAP = 1;
    private static final double ROUND = 6;
    private static final double INDENT = 7;
    private static final Font FONT = Font.font("JetBrains Mono NL", 12);
    // The text that stands on the colours of frames, in both themes.
    private static final Color ON_COLOUR = Color.web("#0D1117");

    private final GraphicsContext context;
    private final Theme theme;
    private final double letter;

    FlamePainter(GraphicsContext context, Theme theme) {
        this.context = context;
        this.theme = theme;
        var probe = new Text("mmmmmmmmmm");
        probe.setFont(FONT);
        letter = probe.getLayoutBounds().getWidth() / 10;
        context.setFont(FONT);
        context.setTextBaseline(VPos.CENTER);
    }

    /// How a frame is to be seen.
    ///
    /// @param found whether the search matches it; @param caller whether it is above the zoom
    record Style(boolean found, boolean caller, boolean selected) {}

    void frame(FlameLayout.Box box, double y, double all, Style style) {
        FlameNode node = box.node();
        double width = box.width() > 3 ? box.width() - GAP : box.width();
        double height = ROW - GAP;
        boolean root = node.parent() == null;
        FlameKind kind = FlameKind.of(node);
        context.setGlobalAlpha(style.caller && !root ? 0.55 : 1);
        Paint ground = node.isCompared() ? change(node) : paint(kind);
        context.setFill(
                root && !node.isCompared()
                        ? theme.colour(Ink.INSET)
                        : style.found ? theme.colour(Ink.FOUND) : ground);
        fill(box.x(), y, width, height);
        if (style.found && width > 10) {
            context.setFill(ground);
            context.fillRect(box.x(), y, 4, height);
        }
        boolean plain = root || style.caller || (kind == FlameKind.WAITING && !style.found);
        context.setGlobalAlpha(1);
        context.setFill(
                node.isCompared() && !style.found
                        ? onChange(ground)
                        : plain ? theme.colour(Ink.TEXT) : ON_COLOUR);
        text(node, box.x() + INDENT, y + height / 2, width - 2 * INDENT, all);
        if (style.selected) {
            outline(box.x(), y, width, height);
        }
    }

    /// The more of its time has changed, the stronger its colour. What is gone is hatched.
    private Paint change(FlameNode node) {
        Color still = theme.colour(Ink.INSET);
        double part = node.size() == 0 ? 0 : Math.abs(node.total() - node.before()) / node.size();
        double strength = 0.15 + 0.6 * part;
        return switch (node.change()) {
            case SAME -> still;
            case LESS -> still.interpolate(theme.colour(Ink.LESS), strength);
            case MORE, NEW -> still.interpolate(theme.colour(Ink.MORE), strength);
            case GONE ->
                    hatched(
                            still.interpolate(theme.colour(Ink.LESS), 0.45),
                            still.interpolate(theme.colour(Ink.LESS), 0.65));
        };
    }

    /// Dark text on light ground, and light text on dark ground.
    private static Color onChange(Paint ground) {
        Color colour =
                ground instanceof LinearGradient hatch
                        ? hatch.getStops().getFirst().getColor()
                        : ground instanceof Color plain ? plain : Color.GRAY;
        double light =
                0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
        return light > 0.45 ? ON_COLOUR : Color.WHITE;
    }

    private Paint paint(FlameKind kind) {
        if (kind != FlameKind.WAITING) {
            return theme.colour(kind.ink());
        }
        return hatched(theme.colour(Ink.WAITING), theme.colour(Ink.HATCH));
    }

    private static Paint hatched(Color ground, Color hatch) {
        return new LinearGradient(
                0,
                0,
                5,
                5,
                false,
                CycleMethod.REPEAT,
                new Stop(0, ground),
                new Stop(0.5, ground),
                new Stop(0.5, hatch),
                new Stop(1, hatch));
    }

    private void fill(double x, double y, double width, double height) {
        if (width > ROUND) {
            context.fillRoundRect(x, y, width, height, ROUND, ROUND);
        } else {
            context.fillRect(x, y, width, height);
        }
    }

    private void outline(double x, double y, double width, double height) {
        context.setStroke(theme.colour(Ink.BACKGROUND));
        context.setLineWidth(4);
        context.strokeRect(x + 2, y + 2, Math.max(1, width - 4), height - 4);
        context.setStroke(theme.colour(Ink.TEXT));
        context.setLineWidth(2);
        context.strokeRect(x + 1, y + 1, Math.max(1, width - 2), height - 2);
    }

    /// "parse_line 30.4 %", or as much of the name as fits.
    private void text(FlameNode node, double x, double y, double room, double all) {
        int letters = (int) (room / letter);
        String name = name(node);
        if (letters < 3) {
            return;
        }
        String share =
                node.isCompared()
                        ? node.changeWords()
                        : Figures.percent(all == 0 ? 0 : node.total() / all);
        if (name.length() + 1 + share.length() <= letters) {
            context.fillText(name + " " + share, x, y);
        } else if (name.length() <= letters) {
            context.fillText(name, x, y);
        } else {
            context.fillText(name.substring(0, letters - 1) + "…", x, y);
        }
    }

    static String name(FlameNode node) {
        return node.frame().function();
    }
}
