package dev.pareto.ui.main;

import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The rail, the status bar, and between them the screen of the place where the window is.
final class FrameController {
    /// Below this width the rail has no words.
    static final double SMALL = 1200;

    private static final PseudoClass SMALL_STATE = PseudoClass.getPseudoClass("small");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final FrameViewModel model;
    private final Actions actions;
    private final Map<Place, Node> screens;
    private final Parent statusBar;
    private final Map<Place, Button> buttons = new EnumMap<>(Place.class);

    @FXML private HBox root;
    @FXML private VBox rail;
    @FXML private Button home;
    @FXML private VBox places;
    @FXML private MenuButton preferences;
    @FXML private Button help;
    @FXML private StackPane content;
    @FXML private StackPane status;

    /// The same screen may stand for several places.
    FrameController(
            FrameViewModel model, Actions actions, Map<Place, Node> screens, Parent statusBar) {
        this.model = model;
        this.actions = actions;
        this.screens = new EnumMap<>(screens);
        this.statusBar = statusBar;
    }

    @FXML
    void initialize() {
        actions.bind(home, Action.START);
        actions.bind(help, Action.SHORTCUTS);
        for (Place place : Place.values()) {
            actions.set(place.action(), () -> model.go(place), model.possible(place));
            if (place != Place.START) {
                places.getChildren().add(button(place));
            }
        }
        status.getChildren().setAll(statusBar);
        root.widthProperty()
                .subscribe(w -> root.pseudoClassStateChanged(SMALL_STATE, w.doubleValue() < SMALL));
        model.placeProperty().subscribe(this::show);
    }

    private Button button(Place place) {
        var button = new Button(place.action().label(), new FontIcon(place.icon()));
        button.getStyleClass().add("place");
        actions.bind(button, place.action());
        buttons.put(place, button);
        return button;
    }

    private void show(Place place) {
        buttons.forEach((each, b) -> b.pseudoClassStateChanged(HERE, each == place));
        boolean start = place == Place.START;
        rail.setVisible(!start);
        rail.setManaged(!start);
        content.getChildren().setAll(Objects.requireNonNull(screens.get(place), place.name()));
    }

    /// The menu behind the gear.
    MenuButton preferences() {
        return preferences;
    }
}
