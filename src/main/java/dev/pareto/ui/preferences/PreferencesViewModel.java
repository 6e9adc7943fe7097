package dev.pareto.ui.preferences;

import dev.pareto.workbench.Settings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.function.Consumer;

/// The settings as they are, and each change as it is made. JavaFX thread.
public final class PreferencesViewModel {
    static final int LEAST_SCALE = 80;
    static final int MOST_SCALE = 300;
    static final int SCALE_STEP = 10;
    static final int LEAST_BUDGET = 5;
    static final int MOST_BUDGET = 600;

    private final ReadOnlyObjectWrapper<Settings> settings =
            new ReadOnlyObjectWrapper<>(Settings.DEFAULT);
    private final Consumer<Settings> changed;

    /// @param changed told of every change that the user makes; not of [#show]
    public PreferencesViewModel(Consumer<Settings> changed) {
        this.changed = changed;
    }

    /// Shows the settings as they are.
    public void show(Settings current) {
        settings.set(current);
    }

    void theme(Settings.Theme theme) {
        change(settings.get().with(theme));
    }

    /// @param percent of normal size; brought into 80 to 300
    void scale(int percent) {
        change(settings.get().withScale(Math.clamp(percent, LEAST_SCALE, MOST_SCALE) / 100.0));
    }

    /// @param seconds of a trial; brought into 5 to 600
    void budget(int seconds) {
        change(settings.get().withBudget(Math.clamp(seconds, LEAST_BUDGET, MOST_BUDGET)));
    }

    private void change(Settings fresh) {
        if (!fresh.equals(settings.get())) {
            settings.set(fresh);
            changed.accept(fresh);
        }
    }

    /// The scale as a percentage.
    int percent() {
        return (int) Math.round(settings.get().scale() * 100);
    }

    ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }
}
