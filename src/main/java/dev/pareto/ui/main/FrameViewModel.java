package dev.pareto.ui.main;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Where the window is.
final class FrameViewModel {
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.START);
    private final BooleanProperty opened = new SimpleBooleanProperty();

    /// Goes somewhere, if it can be gone to.
    void go(Place to) {
        if (opened.get() || !to.needsProgram()) {
            place.set(to);
        }
    }

    ObjectProperty<Place> placeProperty() {
        return place;
    }

    /// Whether a program is open.
    BooleanProperty openedProperty() {
        return opened;
    }
}
