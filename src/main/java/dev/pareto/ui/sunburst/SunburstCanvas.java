package dev.pareto.ui.sunburst;

import dev.pareto.profile.CodeFile;
import dev.pareto.ui.control.Ink;
import dev.pareto.ui.control.Theme;
import dev.pareto.ui.control.ThemedRegion;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;

/// Draws the rings.
public final class SunburstCanvas extends ThemedRegion {
    private static final double MARGIN = 4;
    private static final double FULL = 360;
    private static final Font FONT = Font.font("JetBrains Mono NL", 12);
    private static final Font SMALL = Font.font("Inter", 12);

    private final Canvas canvas = new Canvas();
    private @Nullable SunburstViewModel model;
    private @Nullable Slice hovered;

    public SunburstCanvas() {
        getStyleClass().add("sunburst-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinSize(160, 160);
        widthProperty().subscribe(() -> changed());
        heightProperty().subscribe(() -> changed());
        focusedProperty().subscribe(() -> changed());
    }

    void show(SunburstViewModel shown) {
        model = shown;
        shown.ringsProperty().subscribe(_ -> changed());
        shown.selectedProperty().subscribe(_ -> changed());
    }

    /// The slice that the mouse is on is lit.
    void hover(@Nullable Slice slice) {
        if (!Objects.equals(slice, hovered)) {
            hovered = slice;
            changed();
        }
    }

    /// The slice at a point.
    Optional<Slice> at(double x, double y) {
        Rings rings = model == null ? null : model.ringsProperty().get();
        if (rings == null) {
            return Optional.empty();
        }
        double across = x - getWidth() / 2;
        double down = y - getHeight() / 2;
        double far = Math.hypot(across, down);
        int depth = far < disc(rings) ? 0 : 1 + (int) ((far - disc(rings)) / band(rings));
        double part = Math.atan2(across, -down) / (2 * Math.PI);
        return rings.at(depth, part < 0 ? part + 1 : part);
    }

    private double radius() {
        return Math.max(0, Math.min(getWidth(), getHeight()) / 2 - MARGIN);
    }

    /// The radius of the root's disc: as wide as a ring and a half.
    private double disc(Rings rings) {
        return 1.5 * band(rings);
    }

    private double band(Rings rings) {
        return radius() / (Math.max(1, rings.depth()) + 1.5);
    }

    @Override
    protected void draw(Theme theme) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, getWidth(), getHeight());
        Rings rings = model == null ? null : model.ringsProperty().get();
        if (rings == null || model == null) {
            return;
        }
        Slice selected = model.selectedProperty().get();
        for (int depth = rings.depth(); depth >= 1; depth--) {
            int number = 0;
            for (Rings.Arc arc : rings.ring(depth)) {
                boolean lit = arc.slice().equals(hovered) || arc.slice().equals(selected);
                arc(context, theme, rings, depth, arc, number++, lit);
            }
            double inner = disc(rings) + (depth - 1) * band(rings);
            context.setFill(theme.colour(Ink.BACKGROUND));
            context.fillOval(getWidth() / 2 - inner, getHeight() / 2 - inner, 2 * inner, 2 * inner);
        }
        middle(context, theme, rings, model);
    }

    private void arc(
            GraphicsContext context,
            Theme theme,
            Rings rings,
            int depth,
            Rings.Arc arc,
            int number,
            boolean lit) {
        double outer = disc(rings) + depth * band(rings);
        double x = getWidth() / 2 - outer;
        double y = getHeight() / 2 - outer;
        double start = 90 - FULL * (arc.start() + arc.extent());
        context.setFill(colour(theme, arc.slice(), depth, number));
        context.fillArc(x, y, 2 * outer, 2 * outer, start, FULL * arc.extent(), ArcType.ROUND);
        context.setStroke(lit ? theme.colour(Ink.TEXT) : theme.colour(Ink.BACKGROUND));
        context.setLineWidth(lit ? 3 : 1);
        // Thin slices would be nothing but their edge.
        if (lit || arc.extent() * 2 * Math.PI * outer > 3) {
            context.strokeArc(
                    x, y, 2 * outer, 2 * outer, start, FULL * arc.extent(), ArcType.ROUND);
        }
    }

    /// By whose code it is; neighbours differ a little, so that they can be told apart.
    private static Color colour(Theme theme, Slice slice, int depth, int number) {
        Color base =
                theme.colour(
                        switch (slice.file().owner()) {
                            case OWN -> Ink.OWN;
                            case LIBRARY -> Ink.LIBRARY;
                            case BUILTIN -> Ink.BUILTIN;
                        });
        return base.interpolate(theme.colour(Ink.BACKGROUND), (depth + number) % 2 == 0 ? 0 : 0.22);
    }

    private void middle(
            GraphicsContext context, Theme theme, Rings rings, SunburstViewModel shown) {
        Slice root = shown.centreProperty().get();
        double radius = disc(rings) - 1;
        context.setFill(theme.colour(isFocused() ? Ink.SELECTED : Ink.INSET));
        context.fillOval(getWidth() / 2 - radius, getHeight() / 2 - radius, 2 * radius, 2 * radius);
        if (root == null) {
            return;
        }
        context.setTextAlign(TextAlignment.CENTER);
        context.setTextBaseline(VPos.CENTER);
        context.setFill(theme.colour(Ink.TEXT));
        context.setFont(FONT);
        context.fillText(
                root.name(), getWidth() / 2, getHeight() / 2 - 9, Math.max(10, 1.8 * radius));
        context.setFill(theme.colour(Ink.MUTED));
        context.setFont(SMALL);
        context.fillText(
                shown.share(root).toString(),
                getWidth() / 2,
                getHeight() / 2 + 9,
                Math.max(10, 1.8 * radius));
    }

    /// Whose code a colour stands for.
    static String style(CodeFile.Owner owner) {
        return switch (owner) {
            case OWN -> "own";
            case LIBRARY -> "library";
            case BUILTIN -> "builtin";
        };
    }
}
