package dev.pareto.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.kordamp.ikonli.javafx.FontIcon;

/// What a screen shows when it has nothing else to show: a title, one sentence, one button, and how
/// far it is where something is under way.
public final class Notice extends VBox {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button button = new Button();

    public Notice() {
        super(8);
        getStyleClass().add("notice");
        setAlignment(Pos.TOP_CENTER);
        title.getStyleClass().add("notice-title");
        sentence.getStyleClass().add("notice-text");
        sentence.setWrapText(true);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.setMinHeight(USE_PREF_SIZE);
        bar.setMaxWidth(220);
        button.getStyleClass().add("medium");
        getChildren().addAll(icon, title, sentence, bar, button);
        show("oct-info-24", "", "");
    }

    /// Shows a title and a sentence, without a button.
    ///
    /// @param literal of the icon, as in "oct-flame-24"
    public void show(String literal, String head, String text) {
        icon.setIconLiteral(literal);
        title.setText(head);
        sentence.setText(text);
        present(sentence, !text.isEmpty());
        present(bar, false);
        present(button, false);
    }

    /// Gives it its button.
    ///
    /// @param literal of the icon, empty for none
    public void offer(String label, String literal, Runnable deed) {
        button.setText(label);
        button.setGraphic(literal.isEmpty() ? null : new FontIcon(literal));
        button.setOnAction(_ -> deed.run());
        present(button, true);
    }

    /// Says how far it is: 0 to 1, negative where that is unknown.
    public void progress(double part) {
        bar.setProgress(part < 0 ? ProgressBar.INDETERMINATE_PROGRESS : part);
        present(bar, true);
    }

    private static void present(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Stylesheet.URL;
    }
}
