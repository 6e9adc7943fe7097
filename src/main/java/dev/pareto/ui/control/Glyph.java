package dev.pareto.ui.control;

import javafx.scene.shape.SVGPath;

/// Marks that carry a meaning, drawn as shapes so that no font can change them. They are filled by
/// the style class `glyph`.
public enum Glyph {
    /// Two triangles to the right: faster.
    FASTER("M0,0 L5,4 L0,8 Z M5,0 L10,4 L5,8 Z"),
    /// Two triangles to the left: slower.
    SLOWER("M5,0 L0,4 L5,8 Z M10,0 L5,4 L10,8 Z"),
    /// Two bars: no difference.
    EQUAL("M0,1.5 H8 V3 H0 Z M0,5 H8 V6.5 H0 Z"),
    /// Two bars, crossed: not the same.
    UNEQUAL("M0,2.5 H8 V4 H0 Z M0,6 H8 V7.5 H0 Z M5.6,0 L7,0.7 L2.6,10 L1.2,9.3 Z"),
    /// Less of something.
    DOWN("M0,0 H8 L4,6 Z"),
    /// More of something.
    UP("M0,6 H8 L4,0 Z"),
    /// It holds.
    CHECK("M0.9,5.2 L0,6.1 L3.7,9.8 L12,1.5 L11.1,0.6 L3.7,8 Z");

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    /// A new node with this shape.
    public SVGPath shape() {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("glyph");
        return shape;
    }
}
