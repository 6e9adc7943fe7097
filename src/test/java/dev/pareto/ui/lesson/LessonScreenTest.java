package dev.pareto.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@ExtendWith(Fx.class)
class LessonScreenTest {
    private static final LessonPage LESSON =
            new LessonPage(
                    "05-containers",
                    5,
                    16,
                    "Choose the right container",
                    "beginner",
                    20,
                    "# Choose the right container\n\nA list answers “is it in here?” by looking at"
                            + " every item. A set asks a `hash` once. Find where this program pays,"
                            + " and prove your change.",
                    List.of(
                            new LessonPage.Task(
                                    LessonPage.Kind.SEEN,
                                    "Measure the baseline",
                                    "Press **Profile**, or F6.",
                                    List.of()),
                            new LessonPage.Task(
                                    LessonPage.Kind.SEEN,
                                    "Find the costliest line",
                                    "Click it in the code.",
                                    List.of("The gutter shows where the time goes.")),
                            new LessonPage.Task(
                                    LessonPage.Kind.GRADED,
                                    "Make it faster, same output",
                                    "It must print the same for every size and seed.",
                                    List.of(
                                            "A set answers with one hash.",
                                            "Keep the list.",
                                            "Add to both.")),
                            new LessonPage.Task(
                                    LessonPage.Kind.SAID,
                                    "Show how it grows with n",
                                    "Say when it does not pay.",
                                    List.of())));

    private final List<String> asked = new ArrayList<>();
    private final LessonViewModel model = new LessonViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new LessonController(
                        model,
                        new LessonActions(
                                task -> asked.add("done " + task),
                                task -> asked.add("check " + task),
                                () -> asked.add("leave")));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 264, 560));
        Fx.run(() -> model.show(LESSON, Set.of(0, 1)));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private List<String> words() throws InterruptedException {
        return Fx.get(
                () -> {
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return Screens.texts(stage.getScene().getRoot()).stream()
                            .filter(word -> word.length() > 1)
                            .toList();
                });
    }

    private void fire(String text) throws InterruptedException {
        Fx.run(
                () ->
                        stage.getScene().getRoot().lookupAll(".button").stream()
                                .map(Button.class::cast)
                                .filter(b -> b.getText().equals(text))
                                .findFirst()
                                .orElseThrow()
                                .fire());
    }

    @Test
    void showsTheTasksAndWhereTheLearnerIs() throws InterruptedException, IOException {
        Fx.run(
                () ->
                        model.checked(
                                2,
                                new TaskProgress(
                                        "Goal: 70 % of the reference’s gain",
                                        "D: 62.5 %",
                                        0.625,
                                        0.7,
                                        "It is faster, but not by enough yet.")));
        Screens.shoot(stage, "lesson");
        assertEquals(
                List.of(
                        "Lesson 5 of 16",
                        "20 minutes",
                        "Choose the right container",
                        "beginner",
                        "A list answers “is it in here?” by looking at every item. A set asks a ",
                        "hash",
                        " once. Find where this program pays, and prove your change.",
                        "Measure the baseline",
                        "Find the costliest line",
                        "Make it faster, same output",
                        "It must print the same for every size and seed.",
                        "Goal: 70 % of the reference’s gain",
                        "D: 62.5 %",
                        "goal 70.0 %",
                        "It is faster, but not by enough yet.",
                        "Check",
                        "Show hint 1 of 3",
                        "Show how it grows with n"),
                words());
    }

    @Test
    void revealsOneHintAtATime() throws InterruptedException, IOException {
        words();
        fire("Show hint 1 of 3");
        words();
        fire("Show hint 2 of 3");
        Screens.shoot(stage, "lesson-hints");
        var words = words();
        assertTrue(words.contains("Keep the list."), words::toString);
        assertEquals(false, words.contains("Add to both."));
        fire("Show hint 3 of 3");
        assertEquals(false, words().stream().anyMatch(w -> w.startsWith("Show hint")));
    }

    @Test
    void goesOnToTheNextTaskUntilAllAreDone() throws InterruptedException {
        words();
        fire("Check");
        assertEquals(List.of("check 2"), asked);
        Fx.run(() -> model.done(2));
        assertEquals(3, model.currentTask());
        words();
        fire("Done");
        Fx.run(() -> model.done(3));
        assertEquals(List.of("check 2", "done 3"), asked);
        assertTrue(words().contains("All tasks are done."));
    }

    @Test
    void foldsAndClosesAndLooksBack() throws InterruptedException {
        Fx.run(() -> ((Button) stage.getScene().lookup("#fold")).fire());
        assertEquals(List.of("Lesson 5 of 16", "20 minutes"), words());
        Fx.run(
                () -> {
                    ((Button) stage.getScene().lookup("#leave")).fire();
                    model.openProperty().set(true);
                    ((Button) stage.getScene().lookup(".task-head")).fire();
                });
        assertEquals(List.of("leave"), asked);
        assertTrue(words().contains("Profile"));
        Fx.run(model::clear);
        assertEquals(List.of(), words());
    }
}
