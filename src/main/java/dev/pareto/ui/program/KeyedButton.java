package dev.pareto.ui.program;

import dev.pareto.ui.fx.Action;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// Fills a button of the bar: icon, word, a detail that gives way where it is narrow, and the key.
final class KeyedButton {
    private KeyedButton() {}

    static void fill(
            ButtonBase button,
            String icon,
            String word,
            ObservableValue<String> detail,
            ObservableValue<Boolean> roomy,
            Action action) {
        var title = new Label(word);
        title.getStyleClass().add("button-title");
        var more = new Label();
        more.getStyleClass().add("key");
        more.textProperty().bind(detail);
        more.visibleProperty()
                .bind(roomy.flatMap(room -> detail.map(text -> room && !text.isEmpty())));
        more.managedProperty().bind(more.visibleProperty());
        var key = new Label(action.keyText());
        key.getStyleClass().add("key");
        var content = new HBox(8, new FontIcon(icon), title, more, key);
        content.setAlignment(Pos.CENTER);
        button.setText(null);
        button.setGraphic(content);
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    }
}
