package dev.pareto.ui.control;

import javafx.scene.control.Label;

import org.kordamp.ikonli.javafx.FontIcon;

/// The letter of a variant in a small frame; an empty letter is the pin of the baseline.
public final class Badge extends Label {
    public Badge() {
        getStyleClass().add("badge");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    public Badge(String letter) {
        this();
        show(letter);
    }

    public void show(String letter) {
        setText(letter);
        setGraphic(letter.isEmpty() ? new FontIcon("oct-pin-16") : null);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
