package dev.pareto.ui.main;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Where the window is.
final class FrameViewModel {
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.START);
    private final BooleanProperty opened = new SimpleBooleanProperty();
    private final BooleanProperty profiled = new SimpleBooleanProperty();

    /// Goes somewhere, if it can be gone to.
    void go(Place to) {
        if (possible(to).get()) {
            place.set(to);
        }
    }

    /// Whether one can go there. The views of a profile can do without a program.
    BooleanBinding possible(Place to) {
        BooleanBinding enough =
                opened.or(profiled.and(new SimpleBooleanProperty(to == Place.INSIGHT)));
        return enough.or(new SimpleBooleanProperty(!to.needsProgram()));
    }

    ObjectProperty<Place> placeProperty() {
        return place;
    }

    /// Whether a profile was opened from a file.
    BooleanProperty profiledProperty() {
        return profiled;
    }

    /// Whether a program is open.
    BooleanProperty openedProperty() {
        return opened;
    }
}
