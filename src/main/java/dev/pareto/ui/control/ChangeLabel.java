package dev.pareto.ui.control;

import javafx.scene.control.Label;

/// A signed change with its triangle: "▲ +151 %". Shape and sign say it without the colour.
public final class ChangeLabel extends Label {
    public ChangeLabel() {
        getStyleClass().add("change-label");
    }

    /// Shows a text, with a triangle where it means less or more.
    public void show(Tone tone, String text) {
        tone.style(this);
        setText(text);
        setGraphic(
                switch (tone) {
                    case LESS -> Glyph.DOWN.shape();
                    case MORE -> Glyph.UP.shape();
                    default -> null;
                });
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
