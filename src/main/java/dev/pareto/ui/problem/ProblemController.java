package dev.pareto.ui.problem;

import dev.pareto.ui.control.SelectableText;
import dev.pareto.workbench.Problem;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Binds the banner. It takes no room while there is no problem.
public final class ProblemController {
    private static final PseudoClass SEVERE = PseudoClass.getPseudoClass("severe");

    private final ProblemViewModel model;

    @FXML private VBox root;
    @FXML private FontIcon icon;
    @FXML private SelectableText what;
    @FXML private SelectableText meaning;
    @FXML private HBox remedies;
    @FXML private ToggleButton more;
    @FXML private Button copy;
    @FXML private Label others;
    @FXML private Button close;
    @FXML private TextArea details;

    public ProblemController(ProblemViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        close.setOnAction(_ -> model.dismiss());
        more.selectedProperty().subscribe(on -> show(details, on));
        others.textProperty().bind(model.moreProperty());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        model.currentProperty().subscribe(this::fill);
    }

    private void fill(ProblemViewModel.@Nullable Shown shown) {
        show(root, shown != null);
        if (shown == null) {
            return;
        }
        Problem problem = shown.problem();
        root.pseudoClassStateChanged(
                SEVERE,
                problem.kind() == Problem.Kind.PROGRAM || problem.kind() == Problem.Kind.INTERNAL);
        root.setAccessibleText(problem.text());
        icon.setIconLiteral(
                switch (problem.kind()) {
                    case USAGE -> "oct-alert-16";
                    case MISSING -> "oct-package-dependencies-16";
                    case PROGRAM -> "oct-x-circle-fill-16";
                    case INTERNAL -> "oct-bug-16";
                });
        what.setText(problem.what());
        meaning.setText(
                Stream.of(problem.meaning(), problem.remedy())
                        .filter(s -> !s.isBlank())
                        .collect(Collectors.joining(" ")));
        show(meaning, !meaning.getText().isEmpty());
        remedies.getChildren().setAll(shown.remedies().stream().map(this::button).toList());
        show(remedies, !shown.remedies().isEmpty());
        more.setSelected(false);
        show(more, !problem.details().isBlank());
        details.setText(problem.details().strip());
        details.setPrefRowCount(Math.clamp(details.getText().lines().count() + 1, 3, 12));
        copy.setOnAction(_ -> toClipboard(ProblemViewModel.copy(problem)));
    }

    private Button button(Remedy remedy) {
        var button = new Button(remedy.label());
        button.getStyleClass().add("medium");
        button.setOnAction(_ -> model.apply(remedy));
        return button;
    }

    private static void toClipboard(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.dismiss();
            event.consume();
        }
    }
}
