package dev.pareto.ui.code;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Messages;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// Finds and replaces in the file that is shown.
final class FindController {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Supplier<@Nullable CodeEditor> editor;
    private final Actions actions;

    @FXML private Node root;
    @FXML private TextField wanted;
    @FXML private ToggleButton matchCase;
    @FXML private Label count;
    @FXML private Button previous;
    @FXML private Button next;
    @FXML private Node replacing;
    @FXML private TextField replacement;
    @FXML private Button one;
    @FXML private Button all;
    @FXML private Button close;

    private Matches matches = Matches.NONE;

    /// @param editor the one that is shown; null where there is none
    FindController(Supplier<@Nullable CodeEditor> editor, Actions actions) {
        this.editor = editor;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        root.managedProperty().bind(root.visibleProperty());
        replacing.managedProperty().bind(replacing.visibleProperty());
        hide();
        actions.set(Action.FIND, () -> open(false));
        actions.set(Action.REPLACE, () -> open(true));
        actions.set(Action.NEXT_MATCH, () -> step(true), root.visibleProperty());
        actions.set(Action.PREVIOUS_MATCH, () -> step(false), root.visibleProperty());
        actions.bind(next, Action.NEXT_MATCH);
        actions.bind(previous, Action.PREVIOUS_MATCH);
        wanted.textProperty().subscribe(_ -> search());
        matchCase.selectedProperty().subscribe(_ -> search());
        wanted.setOnAction(_ -> step(true));
        replacement.setOnAction(_ -> replace());
        one.setOnAction(_ -> replace());
        all.setOnAction(_ -> replaceAll());
        close.setOnAction(_ -> hide());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown() && wanted.isFocused()) {
            step(false);
            event.consume();
        }
    }

    private void open(boolean replace) {
        CodeEditor shown = editor.get();
        if (shown == null) {
            return;
        }
        root.setVisible(true);
        replacing.setVisible(replace);
        String selected = shown.area().getSelectedText();
        if (!selected.isEmpty() && !selected.contains("\n")) {
            wanted.setText(selected);
        }
        search();
        wanted.requestFocus();
        wanted.selectAll();
    }

    private void hide() {
        root.setVisible(false);
        matches = Matches.NONE;
        CodeEditor shown = editor.get();
        if (shown != null) {
            shown.highlighter().mark(null);
            shown.area().requestFocus();
        }
    }

    /// Another file is shown.
    void follow() {
        if (root.isVisible()) {
            search();
        }
    }

    private void search() {
        CodeEditor shown = editor.get();
        if (shown == null || !root.isVisible()) {
            return;
        }
        String text = wanted.getText();
        matches = Matches.of(shown.area().getText(), text, matchCase.isSelected());
        shown.highlighter()
                .mark(text.isEmpty() ? null : Matches.pattern(text, matchCase.isSelected()));
        tell(current(shown.area()));
    }

    /// The index of the match that is selected; -1 where none is.
    private int current(CodeArea area) {
        return area.getSelection().getLength() == matches.length()
                ? matches.starts().indexOf(area.getSelection().getStart())
                : -1;
    }

    private void tell(int index) {
        int found = matches.starts().size();
        count.pseudoClassStateChanged(NONE, found == 0);
        if (wanted.getText().isEmpty()) {
            count.setText("");
        } else if (found == 0) {
            count.setText(Messages.text("code.find.none"));
        } else {
            count.setText(
                    index < 0
                            ? Messages.text("code.find.total", Figures.count(found))
                            : Messages.text(
                                    "code.find.count",
                                    Figures.count(index + 1L),
                                    Figures.count(found)));
        }
    }

    private void step(boolean forward) {
        CodeEditor shown = editor.get();
        if (shown == null) {
            return;
        }
        search();
        CodeArea area = shown.area();
        int index =
                forward
                        ? matches.from(area.getSelection().getEnd())
                        : matches.before(area.getSelection().getStart());
        if (index >= 0) {
            int start = matches.starts().get(index);
            area.selectRange(start, start + matches.length());
            area.requestFollowCaret();
        }
        tell(index);
    }

    private void replace() {
        CodeEditor shown = editor.get();
        if (shown == null) {
            return;
        }
        search();
        if (current(shown.area()) >= 0) {
            shown.area().replaceSelection(replacement.getText());
        }
        step(true);
    }

    /// All at once, as one step of undo.
    private void replaceAll() {
        CodeEditor shown = editor.get();
        if (shown == null) {
            return;
        }
        search();
        if (matches.starts().isEmpty()) {
            return;
        }
        var change = shown.area().createMultiChange(matches.starts().size());
        for (int start : matches.starts()) {
            change.replaceText(start, start + matches.length(), replacement.getText());
        }
        change.commit();
        search();
    }
}
