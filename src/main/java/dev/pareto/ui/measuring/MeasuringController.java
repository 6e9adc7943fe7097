package dev.pareto.ui.measuring;

import dev.pareto.ui.control.Badge;
import dev.pareto.ui.control.Tone;
import dev.pareto.ui.control.VerdictChip;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the screen of a trial under way.
public final class MeasuringController {
    private static final double SMALL = 1200;
    private static final PseudoClass SMALL_STATE = PseudoClass.getPseudoClass("small");
    private static final PseudoClass LESS = PseudoClass.getPseudoClass("less");
    private static final PseudoClass MORE = PseudoClass.getPseudoClass("more");
    private static final PseudoClass STOPPED = PseudoClass.getPseudoClass("stopped");

    private final MeasuringViewModel model;
    private final MeasuringActions actions;
    private final VerdictChip chip = new VerdictChip();
    private final PairsChart chart = new PairsChart();

    @FXML private HBox root;
    @FXML private StackPane chipPlace;
    @FXML private Label subject;
    @FXML private Label title;
    @FXML private Label sentence;
    @FXML private Button cancel;
    @FXML private HBox goOnBox;
    @FXML private Button goOn;
    @FXML private Label goOnCost;
    @FXML private FlowPane steps;
    @FXML private ProgressBar bar;
    @FXML private FlowPane figures;
    @FXML private StackPane chartPlace;
    @FXML private VBox side;
    @FXML private VBox earlier;

    public MeasuringController(MeasuringViewModel model, MeasuringActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        chipPlace.getChildren().setAll(chip);
        chartPlace.getChildren().setAll(chart);
        cancel.setOnAction(_ -> actions.cancel().run());
        goOn.setOnAction(_ -> actions.goOn().accept(model.reference(), model.candidate()));
        root.widthProperty().subscribe(_ -> arrange());
        model.progressProperty().subscribe(this::show);
        model.earlier().addListener((ListChangeListener<EarlierTrial>) _ -> fillEarlier());
        fillEarlier();
    }

    private void arrange() {
        boolean small = root.getWidth() < SMALL;
        root.pseudoClassStateChanged(SMALL_STATE, small);
        show(side, !small && !model.earlier().isEmpty());
    }

    private void show(Progress shown) {
        boolean stopped = shown.state() == VerdictState.CANCELLED;
        root.pseudoClassStateChanged(STOPPED, stopped);
        chip.show(
                shown.state(), Messages.text(stopped ? "verdict.cancelled" : "verdict.measuring"));
        subject.setText(shown.subject());
        title.setText(shown.title());
        title.pseudoClassStateChanged(LESS, shown.pairs().tone() == Tone.LESS);
        title.pseudoClassStateChanged(MORE, shown.pairs().tone() == Tone.MORE);
        sentence.setText(shown.sentence());
        show(cancel, !stopped);
        show(goOnBox, stopped);
        goOnCost.setText(shown.goOn());
        steps.getChildren().setAll(shown.steps().stream().map(s -> step(s, stopped)).toList());
        bar.setProgress(shown.part());
        figures.getChildren().setAll(shown.figures().stream().map(this::figure).toList());
        chart.show(shown.pairs());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Node step(Progress.Step step, boolean stopped) {
        var icon =
                new FontIcon(
                        switch (step.place()) {
                            case DONE -> "oct-check-circle-fill-16";
                            case NOW -> stopped ? "oct-x-circle-16" : "oct-sync-16";
                            case TO_COME -> "oct-circle-16";
                        });
        var label = new Label(step.name(), icon);
        label.getStyleClass()
                .addAll(
                        "step",
                        switch (step.place()) {
                            case DONE -> "done";
                            case NOW -> "now";
                            case TO_COME -> "to-come";
                        });
        return label;
    }

    private Node figure(Progress.Figure figure) {
        var box =
                new VBox(
                        styled(new Label(figure.name()), "figure-name"),
                        styled(new Label(figure.value()), "figure", "figure-value"),
                        styled(new Label(figure.detail()), "figure-name"));
        box.getStyleClass().add("figure-box");
        return box;
    }

    private void fillEarlier() {
        earlier.getChildren().setAll(model.earlier().stream().map(this::card).toList());
        arrange();
    }

    private Node card(EarlierTrial trial) {
        var name = styled(new Label(trial.name()), "earlier-name");
        name.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var mark = new VerdictChip();
        mark.show(trial.state(), trial.word());
        var head = new HBox(8, new Badge(trial.id()), name, gap, mark);
        head.setAlignment(Pos.CENTER_LEFT);
        var words = styled(new Label(trial.sentence()), "muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var button = styled(new Button(Messages.text("measuring.compare")), "small");
        button.setOnAction(_ -> actions.compare().accept(trial.id()));
        return styled(new VBox(8, head, words, button), "card");
    }

    private static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }
}
