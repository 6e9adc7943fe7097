package dev.pareto.ui.fx;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What the actions of one window do at this moment. JavaFX thread.
public final class Actions {
    private final Map<Action, Runnable> deeds = new EnumMap<>(Action.class);
    private final Map<Action, BooleanProperty> disabled = new EnumMap<>(Action.class);

    public Actions() {
        for (Action action : Action.values()) {
            disabled.put(action, new SimpleBooleanProperty(true));
        }
    }

    /// Says what an action does; from now on it can be asked for.
    public void set(Action action, Runnable deed) {
        set(action, deed, new SimpleBooleanProperty(true));
    }

    /// Says what an action does, and when it can be asked for.
    public void set(Action action, Runnable deed, ObservableBooleanValue possible) {
        deeds.put(action, deed);
        disabledProperty(action).bind(Bindings.not(possible));
    }

    /// Does it, where that is possible now.
    ///
    /// @return whether it was done
    public boolean perform(Action action) {
        Runnable deed = deeds.get(action);
        if (deed == null || !isPossible(action)) {
            return false;
        }
        deed.run();
        return true;
    }

    /// Whether it can be asked for now.
    public boolean isPossible(Action action) {
        return deeds.containsKey(action) && !disabledProperty(action).get();
    }

    /// Listens to the keys of a window.
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        for (Action action : Action.values()) {
            if (action.matches(event) && perform(action)) {
                event.consume();
                return;
            }
        }
    }

    /// Has a button ask for the action, with its label and key as the tooltip.
    public void bind(ButtonBase button, Action action) {
        button.setOnAction(_ -> perform(action));
        button.disableProperty().bind(disabledProperty(action));
        button.setTooltip(new Tooltip(action.label() + "   " + action.keyText()));
        button.setAccessibleText(action.label());
    }

    /// A menu item with the action's label and key.
    public MenuItem menuItem(Action action) {
        var item = new MenuItem(action.label());
        item.setAccelerator(action.keys().getFirst());
        item.setOnAction(_ -> perform(action));
        item.disableProperty().bind(disabledProperty(action));
        return item;
    }

    private BooleanProperty disabledProperty(Action action) {
        return Objects.requireNonNull(disabled.get(action));
    }
}
