package dev.pareto.ui.preferences;

import dev.pareto.workbench.Settings;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;

import java.util.Map;

/// Binds the preferences. Every change holds at once.
public final class PreferencesController {
    private final PreferencesViewModel model;

    @FXML private ToggleButton system;
    @FXML private ToggleButton light;
    @FXML private ToggleButton dark;
    @FXML private Slider scale;
    @FXML private Button smaller;
    @FXML private Button normal;
    @FXML private Button larger;
    @FXML private Spinner<Integer> budget;

    private boolean showing;

    public PreferencesController(PreferencesViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        themes().forEach(
                        (theme, button) ->
                                button.setOnAction(
                                        _ -> {
                                            button.setSelected(true);
                                            model.theme(theme);
                                        }));
        scale.setMin(PreferencesViewModel.LEAST_SCALE);
        scale.setMax(PreferencesViewModel.MOST_SCALE);
        scale.setBlockIncrement(PreferencesViewModel.SCALE_STEP);
        // While it is dragged the window must not change its size under the pointer.
        scale.valueProperty().addListener((_, _, _) -> scaled());
        scale.valueChangingProperty().addListener((_, _, _) -> scaled());
        smaller.setOnAction(_ -> model.scale(model.percent() - PreferencesViewModel.SCALE_STEP));
        larger.setOnAction(_ -> model.scale(model.percent() + PreferencesViewModel.SCALE_STEP));
        normal.setOnAction(_ -> model.scale(100));
        var seconds =
                new SpinnerValueFactory.IntegerSpinnerValueFactory(
                        PreferencesViewModel.LEAST_BUDGET, PreferencesViewModel.MOST_BUDGET, 30, 5);
        budget.setValueFactory(seconds);
        budget.getEditor().setTextFormatter(new TextFormatter<>(PreferencesController::digits));
        seconds.valueProperty()
                .addListener(
                        (_, before, value) -> {
                            if (value == null) {
                                seconds.setValue(before);
                            } else if (!showing) {
                                model.budget(value);
                            }
                        });
        model.settingsProperty().subscribe(this::show);
    }

    /// Nothing but digits can be typed, so that the text is always a number.
    private static TextFormatter.Change digits(TextFormatter.Change change) {
        boolean fits = change.getControlNewText().matches("\\d{0,3}");
        if (!fits && change.isContentChange()) {
            change.setText("");
            change.setRange(change.getRangeStart(), change.getRangeStart());
        }
        return change;
    }

    private void scaled() {
        if (!showing && !scale.isValueChanging()) {
            int step = PreferencesViewModel.SCALE_STEP;
            model.scale((int) Math.round(scale.getValue() / step) * step);
        }
    }

    private void show(Settings settings) {
        showing = true;
        themes().forEach((theme, button) -> button.setSelected(theme == settings.theme()));
        scale.setValue(model.percent());
        normal.setText(model.percent() + " %");
        budget.getValueFactory().setValue(settings.budgetSeconds());
        showing = false;
    }

    private Map<Settings.Theme, ToggleButton> themes() {
        return Map.of(
                Settings.Theme.SYSTEM, system,
                Settings.Theme.LIGHT, light,
                Settings.Theme.DARK, dark);
    }
}
