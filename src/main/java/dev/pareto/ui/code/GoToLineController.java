package dev.pareto.ui.code;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Messages;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// Asks for the number of a line and goes there.
final class GoToLineController {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Supplier<@Nullable CodeEditor> editor;
    private final Actions actions;

    @FXML private Node root;
    @FXML private TextField line;
    @FXML private Label word;

    GoToLineController(Supplier<@Nullable CodeEditor> editor, Actions actions) {
        this.editor = editor;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
        actions.set(Action.GO_TO_LINE, this::open);
        line.setOnAction(_ -> go());
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        hide();
                        event.consume();
                    }
                });
    }

    private void open() {
        CodeEditor shown = editor.get();
        if (shown != null) {
            root.setVisible(true);
            line.setText(Integer.toString(shown.area().getCurrentParagraph() + 1));
            tell("code.go.total", shown, false);
            line.requestFocus();
            line.selectAll();
        }
    }

    private void tell(String key, CodeEditor shown, boolean bad) {
        word.setText(Messages.text(key, Figures.count(shown.area().getParagraphs().size())));
        word.pseudoClassStateChanged(NONE, bad);
    }

    private void go() {
        CodeEditor shown = editor.get();
        if (shown == null) {
            return;
        }
        String text = line.getText().strip();
        int wanted = text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
        if (wanted < 1 || wanted > shown.area().getParagraphs().size()) {
            tell("code.go.bad", shown, true);
            return;
        }
        shown.go(wanted);
        hide();
    }

    private void hide() {
        root.setVisible(false);
        CodeEditor shown = editor.get();
        if (shown != null) {
            shown.area().requestFocus();
        }
    }
}
