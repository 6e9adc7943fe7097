package dev.pareto.ui.control;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A region that draws in the colours of the theme it stands in: CSS fills its inks, and a change
/// of the theme has it drawn anew. Everything here happens in layout, at most once a pulse.
public abstract class ThemedRegion extends Region {
    private static final Map<Ink, CssMetaData<ThemedRegion, Color>> INKS = inks();
    private static final List<CssMetaData<? extends Styleable, ?>> META = meta();

    private final Map<Ink, SimpleStyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);
    private boolean stale = true;

    // Nothing uses the properties before the scene has styles, long after construction.
    @SuppressWarnings("this-escape")
    protected ThemedRegion() {
        getStyleClass().add("themed");
        INKS.forEach(
                (ink, meta) -> {
                    var property =
                            new SimpleStyleableObjectProperty<>(
                                    meta, this, ink.property(), Color.GRAY);
                    property.addListener((_, _, _) -> changed());
                    inks.put(ink, property);
                });
    }

    /// Draws everything anew; called in layout, when the theme or the content has changed.
    protected abstract void draw(Theme theme);

    /// To be called when the content has changed.
    protected final void changed() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (stale) {
            stale = false;
            draw(theme());
        }
    }

    protected final Theme theme() {
        var colours = new EnumMap<Ink, Color>(Ink.class);
        inks.forEach((ink, property) -> colours.put(ink, property.get()));
        return new Theme(colours);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META;
    }

    private static Map<Ink, CssMetaData<ThemedRegion, Color>> inks() {
        var all = new EnumMap<Ink, CssMetaData<ThemedRegion, Color>>(Ink.class);
        for (Ink ink : Ink.values()) {
            all.put(ink, new InkMetaData(ink));
        }
        return all;
    }

    private static List<CssMetaData<? extends Styleable, ?>> meta() {
        var all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(INKS.values());
        return Collections.unmodifiableList(all);
    }

    private static final class InkMetaData extends CssMetaData<ThemedRegion, Color> {
        private final Ink ink;

        InkMetaData(Ink ink) {
            super(ink.property(), StyleConverter.getColorConverter(), Color.GRAY);
            this.ink = ink;
        }

        @Override
        public boolean isSettable(ThemedRegion region) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(ThemedRegion region) {
            return Objects.requireNonNull(region.inks.get(ink));
        }
    }
}
