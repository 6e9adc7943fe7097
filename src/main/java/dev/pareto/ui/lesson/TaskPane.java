package dev.pareto.ui.lesson;

import dev.pareto.ui.control.MarkdownView;
import dev.pareto.ui.fx.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;

/// A task: its line, and below it what there is to do while it is the current one.
final class TaskPane extends VBox {
    TaskPane(TaskRow row, boolean done, LessonViewModel model, LessonActions actions) {
        super(6);
        getStyleClass().add("task");
        String state = row.state().name().toLowerCase(Locale.ROOT);
        pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("ticked"), done);
        getChildren().add(head(row, done, model));
        if (row.state() == TaskRow.State.CURRENT) {
            var body = new VBox(8);
            body.getStyleClass().add("task-body");
            fill(body.getChildren(), row, done, model, actions);
            getChildren().add(body);
        }
    }

    private static Button head(TaskRow row, boolean done, LessonViewModel model) {
        var icon =
                new FontIcon(
                        done
                                ? "oct-check-circle-fill-16"
                                : row.state() == TaskRow.State.CURRENT
                                        ? "oct-issue-opened-16"
                                        : "oct-circle-16");
        var head = new Button(row.task().title(), icon);
        head.getStyleClass().setAll("task-head");
        head.setWrapText(true);
        head.setGraphicTextGap(8);
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMinHeight(USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setAccessibleText(
                row.task().title()
                        + ", "
                        + Messages.text(done ? "lesson.task.done" : "lesson.task.open"));
        head.setOnAction(_ -> model.choose(row.index()));
        return head;
    }

    private static void fill(
            List<Node> body,
            TaskRow row,
            boolean done,
            LessonViewModel model,
            LessonActions actions) {
        body.add(new MarkdownView(row.task().text()));
        TaskProgress progress = row.progress();
        if (progress != null) {
            body.add(styled(new Label(progress.goal()), "muted"));
            body.add(
                    new GoalBar(
                            progress,
                            Messages.text(
                                    "lesson.goal",
                                    dev.pareto.quantity.Figures.percent(progress.needed()))));
            if (!progress.problem().isEmpty()) {
                var problem = styled(new Label(progress.problem()), "problem");
                problem.setWrapText(true);
                problem.setMinHeight(USE_PREF_SIZE);
                body.add(problem);
            }
        }
        row.hints().forEach(hint -> body.add(styled(new MarkdownView(hint), "hint")));
        var buttons = buttons(row, done, model, actions);
        if (!buttons.getChildren().isEmpty()) {
            body.add(buttons);
        }
    }

    private static HBox buttons(
            TaskRow row, boolean done, LessonViewModel model, LessonActions actions) {
        var line = new HBox(8);
        line.setAlignment(Pos.CENTER_LEFT);
        int index = row.index();
        if (!done && row.task().kind() == LessonPage.Kind.SAID) {
            line.getChildren().add(button("lesson.done", "", () -> actions.done().accept(index)));
        }
        if (row.task().kind() == LessonPage.Kind.GRADED) {
            line.getChildren().add(button("lesson.check", "", () -> actions.check().accept(index)));
        }
        if (row.hidden() > 0) {
            int number = row.hints().size() + 1;
            var hint = button("lesson.hint", "oct-light-bulb-16", () -> model.reveal(index));
            hint.setText(Messages.text("lesson.hint", number, number - 1 + row.hidden()));
            hint.getStyleClass().add("hint-button");
            line.getChildren().add(hint);
        }
        return line;
    }

    private static Button button(String key, String icon, Runnable deed) {
        var button = new Button(Messages.text(key), icon.isEmpty() ? null : new FontIcon(icon));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> deed.run());
        return button;
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
