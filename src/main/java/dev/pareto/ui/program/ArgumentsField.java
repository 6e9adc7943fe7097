package dev.pareto.ui.program;

import dev.pareto.program.Argument;
import dev.pareto.ui.fx.Messages;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The arguments as chips; a press on the pencil, or beside the chips, turns them into one line of
/// text that is quoted as in a shell. Enter uses it, Escape leaves all as it was.
final class ArgumentsField extends HBox {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Consumer<List<Argument>> changed;
    private final Label title = new Label(Messages.text("program.arguments"));
    private final HBox chips = new HBox(6);
    private final ScrollPane scroll = new ScrollPane(chips);
    private final TextField text = new TextField();
    private final Button pencil = new Button(null, new FontIcon("oct-pencil-16"));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    private List<Argument> arguments = List.of();

    /// @param changed is given the new arguments
    ArgumentsField(Consumer<List<Argument>> changed) {
        this.changed = changed;
        getStyleClass().add("arguments");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("field-title");
        title.setMinWidth(USE_PREF_SIZE);
        title.managedProperty().bind(title.visibleProperty());
        chips.setAlignment(Pos.CENTER_LEFT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setMinWidth(40);
        text.getStyleClass().addAll("small", "code");
        text.setAccessibleText(Messages.text("program.arguments"));
        text.setPrefColumnCount(24);
        HBox.setHgrow(text, Priority.ALWAYS);
        pencil.getStyleClass().addAll("flat", "pencil");
        pencil.setMinWidth(USE_PREF_SIZE);
        pencil.setAccessibleText(Messages.text("program.argument.edit"));
        pencil.setTooltip(new Tooltip(Messages.text("program.argument.edit")));
        pencil.setOnAction(_ -> edit());
        scroll.setOnMouseClicked(_ -> edit());
        text.setOnAction(_ -> use());
        text.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        leave();
                        event.consume();
                    }
                });
        text.textProperty().subscribe(_ -> complain(""));
        getChildren().addAll(title, scroll, text, pencil);
        turn(false);
    }

    /// Shows these; a text that is being edited stays.
    void show(List<Argument> shown) {
        arguments = shown;
        chips.getChildren().setAll(IntStream.range(0, shown.size()).mapToObj(this::chip).toList());
        if (shown.isEmpty()) {
            var none = new Label(Messages.text("program.argument.none"));
            none.getStyleClass().add("muted");
            chips.getChildren().setAll(none);
        }
    }

    private ArgumentChip chip(int index) {
        return new ArgumentChip(
                arguments.get(index),
                role -> changed.accept(ArgumentRoles.marked(arguments, index, role)),
                this::edit);
    }

    void edit() {
        text.setText(ShellWords.join(arguments.stream().map(Argument::text).toList()));
        turn(true);
        text.requestFocus();
        text.selectAll();
    }

    private void use() {
        switch (ShellWords.split(text.getText())) {
            case ShellWords.Words(var words) -> {
                List<Argument> fresh = ArgumentRoles.edited(arguments, words);
                leave();
                if (!fresh.equals(arguments)) {
                    changed.accept(fresh);
                }
            }
            case ShellWords.Unfinished(char mark, int position) -> {
                complain(
                        Messages.text(
                                mark == '\\'
                                        ? "program.argument.backslash"
                                        : "program.argument.quote",
                                String.valueOf(mark),
                                position));
                text.positionCaret(position);
            }
        }
    }

    private void leave() {
        boolean focused = text.isFocused();
        complain("");
        turn(false);
        if (focused) {
            pencil.requestFocus();
        }
    }

    private void complain(String words) {
        problem.set(words);
        text.pseudoClassStateChanged(BAD, !words.isEmpty());
    }

    private void turn(boolean editing) {
        text.setVisible(editing);
        text.setManaged(editing);
        scroll.setVisible(!editing);
        scroll.setManaged(!editing);
        pencil.setVisible(!editing);
        pencil.setManaged(!editing);
    }

    void setTitled(boolean titled) {
        title.setVisible(titled);
    }

    /// What is wrong with the text, in a sentence; empty while nothing is.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
