package dev.pareto.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;

import org.kordamp.ikonli.javafx.FontIcon;

/// A verdict in a word, with its mark and its colour; the word alone already says it.
public final class VerdictChip extends Label {
    private VerdictState state = VerdictState.NOT_COMPARABLE;

    public VerdictChip() {
        getStyleClass().add("verdict-chip");
        setMinWidth(USE_PREF_SIZE);
    }

    public VerdictChip(VerdictState state) {
        this();
        show(state, state.words());
    }

    /// Shows a state with a text of its own, as in "11.0× faster".
    public void show(VerdictState shown, String text) {
        state = shown;
        for (VerdictState each : VerdictState.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.styleName()), each == shown);
        }
        setText(text);
        setGraphic(mark(shown));
    }

    public VerdictState state() {
        return state;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }

    private static Node mark(VerdictState state) {
        return switch (state) {
            case FASTER -> Glyph.FASTER.shape();
            case SLOWER -> Glyph.SLOWER.shape();
            case NO_DIFFERENCE -> Glyph.EQUAL.shape();
            case OUTPUT_CHANGED -> Glyph.UNEQUAL.shape();
            case UNDECIDED -> new FontIcon("oct-question-16");
            case FAILED, CANCELLED -> new FontIcon("oct-x-circle-16");
            case STALE -> new FontIcon("oct-history-16");
            case NOT_COMPARABLE -> new FontIcon("oct-circle-slash-16");
            case MEASURING -> new FontIcon("oct-sync-16");
        };
    }
}
