package dev.pareto.ui.start;

import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// The lessons as cards.
public final class LearnController {
    private final StartViewModel model;
    private final StartActions actions;

    @FXML private Label count;
    @FXML private TilePane cards;

    public LearnController(StartViewModel model, StartActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        count.textProperty().bind(model.lessonsWordProperty());
        model.lessons().addListener((ListChangeListener<LessonTile>) _ -> fill());
        fill();
    }

    private void fill() {
        cards.getChildren().setAll(model.lessons().stream().map(this::card).toList());
    }

    private Node card(LessonTile lesson) {
        var title = styled(new Label(lesson.title()), "card-title");
        title.setWrapText(true);
        var concepts = styled(new Label(String.join(", ", lesson.concepts())), "muted");
        concepts.setWrapText(true);
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var wide = new Region();
        HBox.setHgrow(wide, Priority.ALWAYS);
        var foot =
                new HBox(
                        8,
                        styled(new Label(lesson.level()), "level"),
                        styled(
                                new Label(Messages.text("learn.minutes", lesson.minutes())),
                                "muted"),
                        wide,
                        styled(new Label(lesson.best()), "best"));
        foot.setAlignment(Pos.CENTER_LEFT);
        var card =
                styled(
                        new VBox(
                                6,
                                styled(new Label(lesson.number()), "number"),
                                title,
                                concepts,
                                gap,
                                foot),
                        "card");
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.BUTTON);
        card.setAccessibleText(lesson.title());
        card.setOnMouseClicked(_ -> actions.lesson().accept(lesson.id()));
        card.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                        actions.lesson().accept(lesson.id());
                    }
                });
        return card;
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
