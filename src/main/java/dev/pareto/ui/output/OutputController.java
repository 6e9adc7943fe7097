package dev.pareto.ui.output;

import dev.pareto.python.Usage;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.control.TimeSplit;
import dev.pareto.ui.fx.Messages;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the output panel.
public final class OutputController {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final OutputViewModel model;
    private final OutputActions actions;

    @FXML private Notice notice;
    @FXML private VBox content;
    @FXML private FontIcon icon;
    @FXML private Label words;
    @FXML private Label meaning;
    @FXML private Button deed;
    @FXML private Button copy;
    @FXML private VBox used;
    @FXML private TimeSplit split;
    @FXML private Label bound;
    @FXML private FlowPane figures;
    @FXML private ListView<OutputLine> list;

    private final Label nothing = new Label();

    public OutputController(OutputViewModel model, OutputActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        notice.show(
                "oct-terminal-24",
                Messages.text("output.not-run.title"),
                Messages.text("output.not-run"));
        notice.offer(Messages.text("output.run"), "oct-play-16", actions.run());
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        list.setItems(model.lines());
        list.setCellFactory(_ -> new OutputCell(this::follow));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        copy.setOnAction(_ -> copy(model.text()));
        model.stateProperty().subscribe(this::show);
    }

    private void show(OutputState state) {
        present(notice, state instanceof OutputState.NotRun);
        present(content, !(state instanceof OutputState.NotRun));
        switch (state) {
            case OutputState.NotRun() -> {}
            case OutputState.Running(WallTime elapsed) -> running(elapsed);
            case OutputState.Over(RunEnd end, Usage usage) -> over(end, usage);
        }
    }

    private void running(WallTime elapsed) {
        nothing.setText("");
        icon.setIconLiteral("oct-sync-16");
        words.setText(Messages.text("output.running", elapsed));
        words.pseudoClassStateChanged(BAD, false);
        icon.pseudoClassStateChanged(BAD, false);
        present(meaning, false);
        present(used, false);
        deed.setText(Messages.text("output.cancel"));
        deed.setOnAction(_ -> actions.cancel().run());
        present(deed, true);
        if (!model.lines().isEmpty()) {
            list.scrollTo(model.lines().size() - 1);
        }
    }

    private void over(RunEnd end, Usage usage) {
        nothing.setText(Messages.text("output.nothing"));
        icon.setIconLiteral(end.good() ? "oct-check-circle-16" : "oct-x-circle-16");
        icon.pseudoClassStateChanged(BAD, !end.good());
        words.pseudoClassStateChanged(BAD, !end.good());
        words.setText(end.words());
        meaning.setText(end.meaning());
        present(meaning, !end.meaning().isEmpty());
        deed.setText(Messages.text("output.set-input"));
        deed.setOnAction(_ -> actions.stdin().run());
        present(deed, end.needsInput());
        present(used, true);
        present(split, end.split());
        split.show(usage.cpu().seconds(), usage.blocked().seconds(), usage.runQueue().seconds());
        bound.setText(end.bound());
        figures.getChildren().clear();
        figure("output.wall", usage.wall().toString(), "");
        figure("output.cpu", usage.cpu().toString(), end.split() ? "cpu" : "");
        if (end.split()) {
            figure("output.waiting", usage.blocked().toString(), "waiting");
            figure("output.run-queue", usage.runQueue().toString(), "run-queue");
        }
        figure("output.peak", usage.peakMemory().toString(), "");
        list.scrollTo(0);
    }

    /// A figure under its name; `key` is the colour of its part in the bar.
    private void figure(String name, String value, String key) {
        var title = new Label(Messages.text(name));
        title.getStyleClass().add("figure-name");
        if (!key.isEmpty()) {
            var dot = new javafx.scene.layout.Region();
            dot.getStyleClass().addAll("time-part", key, "legend");
            title.setGraphic(dot);
        }
        var text = new Label(value);
        text.getStyleClass().add("figure-value");
        figures.getChildren().add(new VBox(title, text));
    }

    private void follow(OutputLine row) {
        if (row.place() != null) {
            actions.place().accept(row.place().path(), row.place().line());
        }
    }

    private void onKey(KeyEvent event) {
        OutputLine row = list.getSelectionModel().getSelectedItem();
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(OutputViewModel.text(list.getSelectionModel().getSelectedItems()));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && row != null) {
            follow(row);
            event.consume();
        }
    }

    private static void copy(String text) {
        var clip = new ClipboardContent();
        clip.putString(text);
        Clipboard.getSystemClipboard().setContent(clip);
    }

    private static void present(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
