package dev.pareto.ui.lesson;

import dev.pareto.ui.control.MarkdownView;
import dev.pareto.ui.fx.Messages;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the lesson panel.
public final class LessonController {
    private final LessonViewModel model;
    private final LessonActions actions;

    @FXML private VBox root;
    @FXML private Button fold;
    @FXML private FontIcon chevron;
    @FXML private Label number;
    @FXML private Label minutes;
    @FXML private Button leave;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private Label level;
    @FXML private MarkdownView intro;
    @FXML private VBox tasks;
    @FXML private Label finished;

    public LessonController(LessonViewModel model, LessonActions actions) {
        this.model = model;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        fold.setOnAction(_ -> model.openProperty().set(!model.openProperty().get()));
        leave.setOnAction(_ -> actions.leave().run());
        model.openProperty()
                .subscribe(
                        open -> {
                            present(scroll, open);
                            chevron.setIconLiteral(
                                    open ? "oct-chevron-down-16" : "oct-chevron-right-16");
                        });
        model.pageProperty().subscribe(this::show);
        model.tasks().addListener((ListChangeListener<TaskRow>) _ -> showTasks());
        showTasks();
    }

    private void show(@Nullable LessonPage page) {
        present(root, page != null);
        if (page == null) {
            return;
        }
        number.setText(Messages.text("lesson.number", page.number(), page.of()));
        minutes.setText(Messages.text("lesson.minutes", page.minutes()));
        title.setText(page.title());
        level.setText(page.level());
        intro.show(withoutTitle(page));
        scroll.setVvalue(0);
    }

    /// The title stands above already.
    private static String withoutTitle(LessonPage page) {
        String text = page.intro().strip();
        String first = text.lines().findFirst().orElse("");
        return first.startsWith("#")
                        && first.replaceFirst("^#+\\s*", "").strip().equals(page.title())
                ? text.substring(first.length())
                : text;
    }

    private void showTasks() {
        tasks.getChildren()
                .setAll(
                        model.tasks().stream()
                                .map(
                                        row ->
                                                new TaskPane(
                                                        row,
                                                        model.isDone(row.index()),
                                                        model,
                                                        actions))
                                .toList());
        present(finished, !model.tasks().isEmpty() && model.currentTask() < 0);
    }

    private static void present(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
