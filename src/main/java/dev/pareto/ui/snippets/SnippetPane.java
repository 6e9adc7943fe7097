package dev.pareto.ui.snippets;

import dev.pareto.quantity.Figures;
import dev.pareto.ui.control.DotStrip;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.fx.Messages;
import dev.pareto.workbench.SnippetReport.Timing;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One statement with its field, its figures and its repeats.
final class SnippetPane extends HBox {
    private final SnippetsViewModel model;
    private final Snippet snippet;
    private final Label time = new Label();
    private final Label loops = new Label();
    private final Label ratio = new Label();
    private final Label problem = new Label();
    private final DotStrip strip = new DotStrip();

    /// @param number from 1
    SnippetPane(SnippetsViewModel model, Snippet snippet, int number) {
        super(12);
        this.model = model;
        this.snippet = snippet;
        getStyleClass().add("snippet");
        setAlignment(Pos.CENTER_LEFT);
        var badge = new Label(Integer.toString(number));
        badge.getStyleClass().add("number");
        badge.setMinWidth(USE_PREF_SIZE);
        var remove = new Button("", new FontIcon("oct-x-16"));
        remove.getStyleClass().addAll("small", "flat");
        remove.setAccessibleText(Messages.text("snippets.remove", number));
        remove.setTooltip(new Tooltip(Messages.text("snippets.remove", number)));
        remove.setOnAction(_ -> model.remove(snippet));
        remove.setMinWidth(USE_PREF_SIZE);
        time.getStyleClass().add("time");
        loops.getStyleClass().add("muted");
        ratio.getStyleClass().add("ratio");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        var figures = new VBox(2, time, loops);
        figures.setAlignment(Pos.CENTER_RIGHT);
        figures.setMinWidth(150);
        ratio.setMinWidth(72);
        ratio.setAlignment(Pos.CENTER_RIGHT);
        strip.setMinWidth(160);
        strip.setPrefWidth(260);
        var middle = new VBox(4, field(number), problem);
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren().addAll(badge, middle, strip, figures, ratio, remove);
        snippet.timingProperty().subscribe(this::show);
    }

    private TextArea field(int number) {
        var field = new TextArea();
        field.textProperty().bindBidirectional(snippet.textProperty());
        field.getStyleClass().add("code-field");
        field.setPromptText(Messages.text("snippets.statement.prompt"));
        field.setAccessibleText(Messages.text("snippets.statement", number));
        field.setPrefRowCount(1);
        field.setPrefColumnCount(20);
        field.textProperty()
                .subscribe(text -> field.setPrefRowCount(Math.clamp(text.lines().count(), 1, 6)));
        field.setMinHeight(40);
        return field;
    }

    private void show(@Nullable Timing timing) {
        boolean timed = timing instanceof Timing.Timed;
        present(strip, timed);
        present(problem, timing instanceof Timing.Failed);
        time.setText("–");
        loops.setText(timing == null ? Messages.text("snippets.not-timed") : "");
        ratio.setText("");
        switch (timing) {
            case Timing.Timed done -> {
                time.setText(Figures.time(done.median()));
                loops.setText(
                        Messages.text(
                                "snippets.loops",
                                Figures.count(done.loops()),
                                done.seconds().size()));
                double[] all = done.seconds().stream().mapToDouble(s -> s).toArray();
                strip.showSpread(all, Tone.NEUTRAL, Figures::time);
                strip.setAccessibleText(
                        Messages.text(
                                "snippets.spread",
                                Figures.time(least(all)),
                                Figures.time(most(all))));
                refresh();
            }
            case Timing.Failed failed -> problem.setText(failed.problem());
            case null -> {}
        }
    }

    private static double least(double[] all) {
        return java.util.Arrays.stream(all).min().orElse(0);
    }

    private static double most(double[] all) {
        return java.util.Arrays.stream(all).max().orElse(0);
    }

    /// The first may have been timed after this one.
    void refresh() {
        ratio.setText(model.ratio(snippet));
    }

    private static void present(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
