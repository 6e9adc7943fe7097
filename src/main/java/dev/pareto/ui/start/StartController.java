package dev.pareto.ui.start;

import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/// Binds the start page.
public final class StartController {
    private static final double ROW = 46;

    private final StartViewModel model;
    private final StartActions actions;

    @FXML private Label lessonsWord;
    @FXML private Button lessons;
    @FXML private Button file;
    @FXML private Button folder;
    @FXML private Button profile;
    @FXML private Node recentBox;
    @FXML private ListView<RecentRow> recent;
    @FXML private Label interpreters;

    public StartController(StartViewModel model, StartActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        lessonsWord.textProperty().bind(model.lessonsWordProperty());
        interpreters.textProperty().bind(model.interpretersProperty());
        lessons.setOnAction(_ -> actions.lessons().run());
        file.setOnAction(_ -> actions.file().run());
        folder.setOnAction(_ -> actions.folder().run());
        profile.setOnAction(_ -> actions.profile().run());
        profile.setTooltip(new Tooltip(Messages.text("start.profile.tip")));
        recent.setFixedCellSize(ROW);
        recent.setCellFactory(_ -> new RecentCell(actions.recent()));
        recent.setItems(model.recent());
        recent.setOnKeyPressed(
                event -> {
                    RecentRow row = recent.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && row != null) {
                        actions.recent().accept(row.program());
                    }
                });
        model.recent().addListener((ListChangeListener<RecentRow>) _ -> fit());
        fit();
    }

    /// The list is as high as its rows, six at most.
    private void fit() {
        int rows = Math.min(6, model.recent().size());
        recentBox.setVisible(rows > 0);
        recentBox.setManaged(rows > 0);
        recent.setMinHeight(rows * ROW + 2);
        recent.setPrefHeight(rows * ROW + 2);
        recent.setMaxHeight(rows * ROW + 2);
    }
}
