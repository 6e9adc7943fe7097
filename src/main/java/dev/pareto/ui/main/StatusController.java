package dev.pareto.ui.main;

import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;

/// Binds the status bar.
final class StatusController {
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

    private final StatusViewModel model;
    private final Actions actions;

    @FXML private Node dot;
    @FXML private Label state;
    @FXML private ProgressBar bar;
    @FXML private Label detail;
    @FXML private Button cancel;
    @FXML private Label profile;
    @FXML private Label caret;
    @FXML private Label scale;

    StatusController(StatusViewModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        state.textProperty().bind(model.stateProperty());
        detail.textProperty().bind(model.detailProperty());
        // It may be cut where the window is narrow.
        var whole = new Tooltip();
        whole.textProperty().bind(model.detailProperty());
        detail.setTooltip(whole);
        profile.textProperty().bind(model.profileProperty());
        caret.textProperty().bind(model.caretProperty());
        scale.textProperty().bind(model.scaleProperty());
        bar.progressProperty().bind(model.partProperty());
        bar.visibleProperty()
                .bind(model.busyProperty().and(model.partProperty().greaterThanOrEqualTo(0)));
        bar.managedProperty().bind(bar.visibleProperty());
        cancel.visibleProperty().bind(model.busyProperty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        model.busyProperty().subscribe(busy -> dot.pseudoClassStateChanged(BUSY, busy));
        actions.bind(cancel, Action.CANCEL);
    }
}
