package dev.pareto.ui.improve;

import dev.pareto.quantity.Figures;
import dev.pareto.quantity.WallTime;
import dev.pareto.ui.control.ForestAxis;
import dev.pareto.ui.control.ForestMark;
import dev.pareto.ui.control.ForestPlot;
import dev.pareto.ui.control.LogAxis;
import dev.pareto.ui.control.Notice;
import dev.pareto.ui.control.VerdictState;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Messages;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Shows what can be tried, how far trying is, and the ladder.
public final class ImproveController {
    private final ImproveViewModel model;
    private final ImproveActions actions;
    private final Actions keys;

    @FXML private HBox headline;
    @FXML private Label claim;
    @FXML private Label detail;
    @FXML private Button cancel;
    @FXML private Button keep;
    @FXML private Button compare;
    @FXML private Button goOn;
    @FXML private Button again;
    @FXML private HBox progress;
    @FXML private ProgressBar bar;
    @FXML private Label time;
    @FXML private VBox ready;
    @FXML private StackPane notice;
    @FXML private HBox choices;
    @FXML private Button start;
    @FXML private Label cost;
    @FXML private ChoiceBox<WallTime> budget;
    @FXML private GridPane plan;
    @FXML private VBox ladder;
    @FXML private Label end;

    private final Notice words = new Notice();

    public ImproveController(ImproveViewModel model, ImproveActions actions, Actions keys) {
        this.model = model;
        this.actions = actions;
        this.keys = keys;
    }

    @FXML
    void initialize() {
        notice.getChildren().setAll(words);
        keys.bind(start, Action.IMPROVE_ALL);
        cancel.setOnAction(_ -> actions.cancel().run());
        again.setOnAction(_ -> model.again());
        budget.setConverter(new BudgetWords());
        budget.getItems().setAll(ImproveViewModel.BUDGETS);
        budget.valueProperty().bindBidirectional(model.budgetProperty());
        model.stateProperty().subscribe(this::show);
    }

    private void show(ImproveState state) {
        present(ready, state instanceof ImproveState.Ready);
        present(headline, !(state instanceof ImproveState.Ready));
        present(progress, state instanceof ImproveState.Running);
        present(cancel, state instanceof ImproveState.Running);
        for (Button button : List.of(keep, compare, goOn, again)) {
            present(button, false);
        }
        present(end, false);
        present(plan, false);
        for (VerdictState each : VerdictState.values()) {
            headline.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.styleName()),
                    state instanceof ImproveState.Done done && done.verdict() == each);
        }
        switch (state) {
            case ImproveState.Ready shown -> show(shown);
            case ImproveState.Running shown -> show(shown);
            case ImproveState.Done shown -> show(shown);
        }
        showLadder(state.ladder());
    }

    private void show(ImproveState.Ready shown) {
        words.show("oct-light-bulb-24", shown.title(), shown.text());
        cost.setText(shown.cost());
        present(choices, shown.possible());
        plan.getChildren().clear();
        for (ImproveState.Attempt attempt : shown.plan()) {
            var title = new Label(attempt.title());
            title.getStyleClass().add("rung-title");
            plan.addRow(
                    plan.getRowCount(), title, muted(attempt.where()), muted(attempt.predicted()));
        }
        present(plan, !shown.plan().isEmpty());
        if (!shown.possible() && !shown.title().isEmpty()) {
            words.offer(Messages.text("improve.profile"), "oct-pulse-16", actions.profile());
        }
    }

    private void show(ImproveState.Running shown) {
        claim.setText(shown.phase());
        detail.setText(shown.detail());
        bar.setProgress(shown.part());
        time.setText(shown.time());
    }

    private void show(ImproveState.Done shown) {
        claim.setText(shown.claim());
        detail.setText(shown.detail());
        end.setText(shown.end());
        present(end, true);
        present(again, true);
        present(compare, shown.hasBest());
        compare.setOnAction(_ -> actions.compare().accept(shown.start(), shown.best()));
        present(keep, shown.verdict() == VerdictState.FASTER);
        keep.setText(Messages.text("compare.keep", shown.best()));
        keep.setOnAction(_ -> actions.keep().accept(shown.best()));
        present(goOn, shown.canGoOn());
        String from = shown.hasBest() ? shown.best() : shown.start();
        goOn.setText(
                Messages.text(
                        "improve.go-on",
                        from,
                        Figures.count(Math.round(model.budgetProperty().get().seconds()))));
        goOn.setOnAction(_ -> actions.goOn().accept(from));
    }

    private void showLadder(List<Rung> rungs) {
        ladder.getChildren().clear();
        present(ladder, !rungs.isEmpty());
        if (rungs.isEmpty()) {
            return;
        }
        List<ForestMark> marks =
                rungs.stream()
                        .flatMap(r -> Stream.of(r.own(), r.lost()))
                        .filter(Objects::nonNull)
                        .map(Rung.Gain::mark)
                        .filter(Objects::nonNull)
                        .toList();
        LogAxis axis = ForestPlot.axisFor(marks);
        List<Node> rows = new ArrayList<>();
        rows.add(heads(axis));
        rungs.forEach(rung -> rows.add(new RungPane(rung, axis, actions)));
        ladder.getChildren().setAll(rows);
    }

    private static Node heads(LogAxis on) {
        var axis = new ForestAxis();
        axis.show(on);
        var grid = RungPane.grid();
        grid.addRow(
                0,
                new Label(""),
                muted(Messages.text("variants.column.ratio")),
                muted(Messages.text("variants.column.interval")),
                axis);
        grid.getStyleClass().add("heads");
        return grid;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static void present(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// "at most 120 s".
    private static final class BudgetWords extends StringConverter<WallTime> {
        @Override
        public String toString(WallTime time) {
            return time == null
                    ? ""
                    : Messages.text("improve.budget", Figures.count(Math.round(time.seconds())));
        }

        @Override
        public WallTime fromString(String text) {
            throw new UnsupportedOperationException("nobody types a budget");
        }
    }
}
