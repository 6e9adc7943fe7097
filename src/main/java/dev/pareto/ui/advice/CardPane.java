package dev.pareto.ui.advice;

import dev.pareto.ui.fx.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;

/// A card: its head, and below it the body while it is open. One card is open at a time.
final class CardPane extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final AdviceCard card;
    private final AdviceViewModel model;
    private final AdviceActions actions;
    private final boolean narrow;
    private final Consumer<AdviceCard> why;
    private final FontIcon chevron = new FontIcon("oct-chevron-right-16");
    private final Button head = new Button();
    private final Label where;
    private final Label predicted;
    private @Nullable CardBody body;

    CardPane(
            AdviceCard card,
            AdviceViewModel model,
            AdviceActions actions,
            boolean narrow,
            Consumer<AdviceCard> why) {
        this.card = card;
        this.model = model;
        this.actions = actions;
        this.narrow = narrow;
        this.why = why;
        getStyleClass().add("card");
        where = label(card.where(), "muted");
        where.setMinWidth(0);
        predicted = label(card.predicted(), "predicted");
        predicted.setMinWidth(USE_PREF_SIZE);
        head.getStyleClass().add("card-head");
        head.setGraphic(headLine());
        head.setMaxWidth(Double.MAX_VALUE);
        head.setAccessibleText(card.words());
        head.setOnAction(_ -> model.openProperty().set(isOpen() ? "" : card.id()));
        getChildren().add(head);
        // The view model outlives the card: this must not keep every card there ever was.
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                model.openProperty().removeListener(follow);
                            } else {
                                model.openProperty().removeListener(follow);
                                model.openProperty().addListener(follow);
                                showOpen();
                            }
                        });
    }

    private final javafx.beans.InvalidationListener follow = _ -> showOpen();

    private HBox headLine() {
        var title = label(card.suggestion().title(), "card-title");
        title.setMinWidth(narrow ? 0 : USE_PREF_SIZE);
        title.setWrapText(narrow);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(6, chevron, title, where, gap);
        if (!card.measured().isEmpty()) {
            line.getChildren().add(label(card.measured(), "measured"));
        }
        if (!narrow || card.measured().isEmpty()) {
            line.getChildren().add(predicted);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(head.widthProperty().subtract(4));
        return line;
    }

    private boolean isOpen() {
        return card.id().equals(model.openProperty().get());
    }

    private void showOpen() {
        boolean open = isOpen();
        pseudoClassStateChanged(OPEN, open);
        chevron.setIconLiteral(open ? "oct-chevron-down-16" : "oct-chevron-right-16");
        where.setVisible(!open && !narrow);
        where.setManaged(!open && !narrow);
        predicted.setVisible(!open || !narrow);
        predicted.setManaged(!open || !narrow);
        if (open && body == null) {
            body = new CardBody(card, model, actions, narrow, () -> why.accept(card));
            getChildren().add(body);
        }
        if (body != null) {
            body.setVisible(open);
            body.setManaged(open);
        }
    }

    boolean hasHeadFocus() {
        return head.isFocused();
    }

    void focusHead() {
        head.requestFocus();
    }

    static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }

    /// "10.0–11.3×, limit 11.5×" for a narrow card, where the head has no room.
    static HBox predictedLine(AdviceCard card) {
        var line = new HBox(8, label(card.predicted(), "predicted"));
        if (!card.isAboutMemory()) {
            String limit = Messages.text("advice.limit", card.suggestion().limit());
            line.getChildren().add(label(limit, "muted"));
        }
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }
}
