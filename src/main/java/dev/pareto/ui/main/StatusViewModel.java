package dev.pareto.ui.main;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the status bar says: what is being done, how far, where the caret is, how large all is.
final class StatusViewModel {
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringProperty state = new SimpleStringProperty(Messages.text("status.ready"));
    private final StringProperty detail = new SimpleStringProperty("");
    private final DoubleProperty part = new SimpleDoubleProperty(-1);
    private final StringProperty caret = new SimpleStringProperty("");
    private final StringProperty profile = new SimpleStringProperty("");
    private final StringProperty scale = new SimpleStringProperty("");

    /// Something long has begun.
    ///
    /// @param phase in words
    void begin(String phase) {
        busy.set(true);
        state.set(phase);
        detail.set("");
        part.set(-1);
    }

    /// How far it is.
    ///
    /// @param counts and times in words; @param done part, 0 to 1, negative when unknown
    void progress(String phase, String counts, double done) {
        if (busy.get()) {
            state.set(phase);
            detail.set(counts);
            part.set(done);
        }
    }

    /// It has ended, with a word about how.
    void end(String word) {
        busy.set(false);
        state.set(Messages.text("status.ready"));
        detail.set(word);
        part.set(-1);
    }

    void caret(int line, int column) {
        caret.set(Messages.text("status.caret", line, column));
    }

    void scale(double factor) {
        scale.set(Figures.count(Math.round(factor * 100)) + " %");
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    StringProperty stateProperty() {
        return state;
    }

    StringProperty detailProperty() {
        return detail;
    }

    DoubleProperty partProperty() {
        return part;
    }

    StringProperty caretProperty() {
        return caret;
    }

    StringProperty profileProperty() {
        return profile;
    }

    StringProperty scaleProperty() {
        return scale;
    }
}
