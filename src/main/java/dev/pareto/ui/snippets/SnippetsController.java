package dev.pareto.ui.snippets;

import dev.pareto.ui.fx.Messages;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Binds the page of snippets.
public final class SnippetsController {
    private final SnippetsViewModel model;
    private final SnippetsActions actions;

    @FXML private VBox root;
    @FXML private Button time;
    @FXML private Button cancel;
    @FXML private ProgressBar bar;
    @FXML private TextArea setup;
    @FXML private Button add;
    @FXML private VBox statements;
    @FXML private Label says;

    public SnippetsController(SnippetsViewModel model, SnippetsActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        setup.textProperty().bindBidirectional(model.setupProperty());
        add.setOnAction(_ -> model.add());
        time.setOnAction(_ -> measure());
        time.setTooltip(new Tooltip(Messages.text("snippets.time.tip")));
        time.disableProperty().bind(model.runningProperty());
        cancel.setOnAction(_ -> actions.cancel().run());
        cancel.visibleProperty().bind(model.runningProperty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        bar.visibleProperty().bind(model.runningProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        says.textProperty()
                .bind(
                        Bindings.when(model.runningProperty())
                                .then(Messages.text("snippets.running"))
                                .otherwise(model.saysProperty()));
        says.visibleProperty().bind(says.textProperty().isNotEmpty());
        says.managedProperty().bind(says.visibleProperty());
        model.statements().addListener((ListChangeListener<Snippet>) _ -> showStatements());
        model.saysProperty().subscribe(_ -> refresh());
        showStatements();
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                        measure();
                        event.consume();
                    }
                });
    }

    private void measure() {
        var filled = model.filled();
        if (!model.runningProperty().get() && !filled.isEmpty()) {
            actions.time()
                    .time(
                            model.setupProperty().get(),
                            filled.stream().map(one -> one.textProperty().get()).toList());
        }
    }

    private void showStatements() {
        statements.getChildren().clear();
        int number = 0;
        for (Snippet snippet : model.statements()) {
            statements.getChildren().add(new SnippetPane(model, snippet, ++number));
        }
    }

    private void refresh() {
        for (var pane : statements.getChildren()) {
            ((SnippetPane) pane).refresh();
        }
    }
}
