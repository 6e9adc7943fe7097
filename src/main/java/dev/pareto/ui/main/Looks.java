package dev.pareto.ui.main;

import dev.pareto.ui.fx.Look;
import dev.pareto.ui.preferences.PreferencesViewModel;
import dev.pareto.workbench.Problem;
import dev.pareto.workbench.ProblemException;
import dev.pareto.workbench.Settings;
import dev.pareto.workbench.Workbench;

import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.function.Consumer;

/// How the window looks and where it is: theme, size of everything, place. Remembered when it
/// closes. JavaFX thread.
final class Looks {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double STEP = 0.1;

    private final Workbench workbench;
    private final Stage stage;
    private final ScaledPane scaled;
    private final StatusViewModel status;
    private final Consumer<Problem> problems;
    private final PreferencesViewModel preferences = new PreferencesViewModel(this::change);
    private Settings settings;

    Looks(
            Workbench workbench,
            Stage stage,
            ScaledPane scaled,
            StatusViewModel status,
            Consumer<Problem> problems) {
        this.workbench = workbench;
        this.stage = stage;
        this.scaled = scaled;
        this.status = status;
        this.problems = problems;
        settings = workbench.settings();
    }

    /// Puts the window where it was, and gives it its look. The stage has its scene already.
    void begin() {
        Settings.Window place = settings.window();
        if (place != null && isOnScreen(place)) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        } else {
            var screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        }
        Look.onSystemChange(this::apply);
        apply();
    }

    private static boolean isOnScreen(Settings.Window place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                .isEmpty();
    }

    private void apply() {
        Look look =
                switch (settings.theme()) {
                    case SYSTEM -> Look.ofSystem();
                    case LIGHT -> Look.LIGHT;
                    case DARK -> Look.DARK;
                };
        look.apply(stage.getScene());
        scaled.scaleProperty().set(settings.scale());
        status.scale(settings.scale());
        preferences.show(settings);
    }

    private void change(Settings other) {
        settings = other;
        apply();
        save();
    }

    /// Makes everything larger (1) or smaller (−1), or as large as usual (0).
    void resize(int step) {
        double scale = step == 0 ? 1 : Math.round((settings.scale() + step * STEP) * 10) / 10.0;
        change(settings.withScale(scale));
    }

    private void save() {
        try {
            workbench.save(settings);
        } catch (ProblemException e) {
            problems.accept(e.problem());
        }
    }

    /// Remembers where the window is; it is about to close.
    void end() {
        Settings.Window before = settings.window();
        boolean full = stage.isMaximized();
        Settings.Window now =
                full && before != null
                        ? new Settings.Window(
                                before.x(), before.y(), before.width(), before.height(), true)
                        : new Settings.Window(
                                stage.getX(),
                                stage.getY(),
                                stage.getWidth(),
                                stage.getHeight(),
                                full);
        settings = settings.withWindow(now);
        save();
    }

    Settings settings() {
        return settings;
    }

    PreferencesViewModel preferences() {
        return preferences;
    }
}
