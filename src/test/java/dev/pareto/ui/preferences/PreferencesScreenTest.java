package dev.pareto.ui.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.Settings;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(Fx.class)
class PreferencesScreenTest {
    private static final Settings.Window WINDOW = new Settings.Window(0, 0, 1440, 900, false);

    private final List<Settings> changes = new ArrayList<>();
    private final PreferencesViewModel model = new PreferencesViewModel(changes::add);
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        stage =
                Fx.get(
                        () ->
                                Screens.show(
                                        (Region) Views.load(new PreferencesController(model)),
                                        320,
                                        280));
        Fx.run(() -> model.show(Settings.DEFAULT.withWindow(WINDOW)));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private void press(String selector) {
        ((ButtonBase) stage.getScene().lookup(selector)).fire();
    }

    @SuppressWarnings("unchecked")
    private Spinner<Integer> budget() {
        return (Spinner<Integer>) stage.getScene().lookup("#budget");
    }

    @Test
    void showsWhatIsSetWithoutChangingIt() throws InterruptedException, IOException {
        Fx.run(() -> model.show(new Settings(Settings.Theme.DARK, 1.5, 45, WINDOW)));
        Screens.shoot(stage, "preferences");
        Fx.run(
                () -> {
                    assertTrue(((ToggleButton) stage.getScene().lookup("#dark")).isSelected());
                    assertEquals(150, ((Slider) stage.getScene().lookup("#scale")).getValue());
                    assertEquals(45, budget().getValue());
                });
        assertEquals(List.of(), changes);
    }

    @Test
    void everyChangeHoldsAtOnce() throws InterruptedException {
        Fx.run(
                () -> {
                    press("#light");
                    press("#light");
                    press("#larger");
                    ((Slider) stage.getScene().lookup("#scale")).setValue(247);
                    press("#normal");
                    budget().increment(3);
                });
        assertEquals(
                List.of(
                        new Settings(Settings.Theme.LIGHT, 1, 30, WINDOW),
                        new Settings(Settings.Theme.LIGHT, 1.1, 30, WINDOW),
                        new Settings(Settings.Theme.LIGHT, 2.5, 30, WINDOW),
                        new Settings(Settings.Theme.LIGHT, 1, 30, WINDOW),
                        new Settings(Settings.Theme.LIGHT, 1, 45, WINDOW)),
                changes);
    }

    @Test
    void staysWithinItsBounds() throws InterruptedException {
        Fx.run(
                () -> {
                    model.scale(10);
                    press("#smaller");
                    budget().getEditor().setText("12x");
                    budget().commitValue();
                    budget().getEditor().setText("1");
                    budget().commitValue();
                    budget().getEditor().setText("");
                    budget().commitValue();
                });
        assertEquals(
                List.of(
                        new Settings(Settings.Theme.SYSTEM, 0.8, 30, WINDOW),
                        new Settings(Settings.Theme.SYSTEM, 0.8, 5, WINDOW)),
                changes);
        assertEquals(5, Fx.get(() -> budget().getValue()));
    }
}
