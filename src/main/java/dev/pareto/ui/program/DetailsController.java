package dev.pareto.ui.program;

import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Stdin;
import dev.pareto.quantity.Bytes;
import dev.pareto.ui.fx.Messages;
import dev.pareto.ui.fx.PathChooser;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/// What a program is started with beside its arguments: input, interpreter, standard input, working
/// folder, environment, limits. Nothing is used before "Use" is pressed, and then only what was
/// changed.
final class DetailsController {
    private final ProgramViewModel model;
    private final ProgramActions asks;
    private final PathChooser chooser;
    private final Runnable otherInterpreter;

    @FXML private Node root;
    @FXML private ComboBox<String> name;
    @FXML private ComboBox<Interpreter> interpreter;
    @FXML private Button other;
    @FXML private ToggleButton nothing;
    @FXML private ToggleButton typed;
    @FXML private ToggleButton fromFile;
    @FXML private Label nothingWord;
    @FXML private TextArea text;
    @FXML private Node fileBox;
    @FXML private TextField file;
    @FXML private Button chooseFile;
    @FXML private TextField folder;
    @FXML private Button chooseFolder;
    @FXML private TextArea environment;
    @FXML private TextField seconds;
    @FXML private TextField memory;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button use;

    DetailsController(
            ProgramViewModel model,
            ProgramActions asks,
            PathChooser chooser,
            Runnable otherInterpreter) {
        this.model = model;
        this.asks = asks;
        this.chooser = chooser;
        this.otherInterpreter = otherInterpreter;
    }

    @FXML
    void initialize() {
        var group = new ToggleGroup();
        group.getToggles().addAll(nothing, typed, fromFile);
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) {
                                group.selectToggle(before);
                            }
                        });
        show(nothingWord, nothing);
        show(text, typed);
        show(fileBox, fromFile);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        interpreter.setConverter(new Names());
        other.setOnAction(_ -> otherInterpreter.run());
        chooseFile.setOnAction(
                _ ->
                        chooser.file(window(), Messages.text("program.stdin.choose"), start(file))
                                .ifPresent(chosen -> file.setText(chosen.toString())));
        chooseFolder.setOnAction(
                _ ->
                        chooser.folder(
                                        window(),
                                        Messages.text("program.folder.choose"),
                                        start(folder))
                                .ifPresent(chosen -> folder.setText(chosen.toString())));
        cancel.setOnAction(_ -> model.detailsProperty().set(false));
        use.setOnAction(_ -> use());
        name.valueProperty().subscribe(this::onName);
        model.stateProperty().subscribe(_ -> begin());
    }

    private static void show(Node node, ToggleButton when) {
        node.visibleProperty().bind(when.selectedProperty());
        node.managedProperty().bind(when.selectedProperty());
    }

    private javafx.stage.Window window() {
        return root.getScene().getWindow();
    }

    /// The folder that a field names or that its file lies in.
    private static @Nullable Path start(TextField field) {
        try {
            Path named = Path.of(field.getText().strip());
            return Files.isDirectory(named) ? named : named.getParent();
        } catch (InvalidPathException bad) {
            return null;
        }
    }

    /// Fills the form with what is in use.
    void begin() {
        var state = model.stateProperty().get();
        if (state == null) {
            return;
        }
        Program program = state.snapshot().program();
        problem.setText("");
        name.getItems().setAll(state.snapshot().inputs().stream().map(Input::name).toList());
        name.setValue(state.snapshot().input().name());
        interpreter.getItems().setAll(model.interpreters());
        if (!interpreter.getItems().contains(program.interpreter())) {
            interpreter.getItems().addFirst(program.interpreter());
        }
        interpreter.setValue(program.interpreter());
        fill(state.snapshot().input().stdin());
        folder.setText(program.workingFolder().toString());
        environment.setText(EnvironmentLines.format(program.environment()));
        Duration time = state.limits().time();
        seconds.setText(time == null ? "" : Long.toString(time.toSeconds()));
        Bytes most = state.limits().memory();
        memory.setText(most == null ? "" : Long.toString(most.count() / 1_000_000));
    }

    private void fill(Stdin stdin) {
        text.setText(stdin instanceof Stdin.Text(String words) ? words : "");
        file.setText(stdin instanceof Stdin.FromFile(Path path) ? path.toString() : "");
        switch (stdin) {
            case Stdin.Empty _ -> nothing.setSelected(true);
            case Stdin.Text _ -> typed.setSelected(true);
            case Stdin.FromFile _ -> fromFile.setSelected(true);
        }
    }

    /// Another input of the list brings its own standard input along.
    private void onName(@Nullable String chosen) {
        var state = model.stateProperty().get();
        if (state != null) {
            state.snapshot().inputs().stream()
                    .filter(i -> i.name().equals(chosen))
                    .findFirst()
                    .ifPresent(i -> fill(i.stdin()));
        }
    }

    private void use() {
        var state = model.stateProperty().get();
        if (state == null) {
            return;
        }
        var form =
                new DetailsForm(
                        name.getEditor().getText(),
                        interpreter.getValue(),
                        source(),
                        text.getText(),
                        file.getText(),
                        folder.getText(),
                        environment.getText(),
                        seconds.getText(),
                        memory.getText());
        switch (form.check(state)) {
            case DetailsForm.Wanted wanted -> {
                model.detailsProperty().set(false);
                wanted.tell(state, asks);
            }
            case DetailsForm.Refused(String sentence) -> problem.setText(sentence);
        }
    }

    private DetailsForm.Source source() {
        if (typed.isSelected()) {
            return DetailsForm.Source.TEXT;
        }
        return fromFile.isSelected() ? DetailsForm.Source.FILE : DetailsForm.Source.NOTHING;
    }

    private static final class Names extends StringConverter<Interpreter> {
        @Override
        public String toString(@Nullable Interpreter one) {
            return one == null ? "" : one.label() + "  " + one.executable();
        }

        @Override
        public Interpreter fromString(String text) {
            throw new UnsupportedOperationException("it cannot be typed");
        }
    }
}
