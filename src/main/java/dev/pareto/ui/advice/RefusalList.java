package dev.pareto.ui.advice;

import dev.pareto.advice.Refusal;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/// What was considered and not offered, each with its reason.
final class RefusalList extends VBox {
    RefusalList(List<Refusal> refused, AdviceActions actions) {
        super(8);
        getStyleClass().add("refusals");
        refused.forEach(refusal -> getChildren().add(row(refusal, actions)));
    }

    private static Node row(Refusal refusal, AdviceActions actions) {
        var subject = new Label(AdviceController.plain(refusal.subject()));
        subject.getStyleClass().add("refusal-subject");
        subject.setMinWidth(0);
        var place = new Hyperlink(refusal.file() + ":" + refusal.line());
        place.setMinWidth(USE_PREF_SIZE);
        place.setOnAction(_ -> actions.place().accept(refusal.file(), refusal.line()));
        var reason = new Label(AdviceController.plain(refusal.reason()));
        reason.getStyleClass().add("muted");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        return new VBox(new HBox(8, subject, place), reason);
    }
}
