package dev.pareto.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.Node;

import java.util.Locale;

/// What a change means for its colour and shape: never shown by colour alone.
public enum Tone {
    /// Less time or memory: better.
    LESS,
    /// More time or memory: worse.
    MORE,
    /// No difference, or nothing claimed.
    NEUTRAL,
    /// What the others are compared with.
    REFERENCE;

    /// Gives the node the pseudo-class of this tone (`:less`), and takes those of the others.
    public void style(Node node) {
        for (Tone tone : values()) {
            node.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT)), tone == this);
        }
    }
}
