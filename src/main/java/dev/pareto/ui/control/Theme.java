package dev.pareto.ui.control;

import javafx.scene.paint.Color;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The colours of one theme, for what CSS cannot reach: JFreeChart and canvases.
///
/// @param colours all inks
public record Theme(Map<Ink, Color> colours) {
    public Theme {
        var copy = new EnumMap<Ink, Color>(Ink.class);
        copy.putAll(colours);
        colours = Collections.unmodifiableMap(copy);
    }

    public Color colour(Ink ink) {
        return colours.getOrDefault(ink, Color.GRAY);
    }

    /// The same colour as JFreeChart wants it.
    public java.awt.Color awt(Ink ink) {
        return awt(ink, 1);
    }

    /// The colour with an opacity from 0 to 1.
    public java.awt.Color awt(Ink ink, double opacity) {
        Color colour = colour(ink);
        return new java.awt.Color(
                (float) colour.getRed(),
                (float) colour.getGreen(),
                (float) colour.getBlue(),
                (float) (colour.getOpacity() * opacity));
    }
}
