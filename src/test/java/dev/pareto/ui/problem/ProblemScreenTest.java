package dev.pareto.ui.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Failures;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.Problem;

import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(Fx.class)
class ProblemScreenTest {
    private static final Problem FAILED =
            new Problem(
                    Problem.Kind.PROGRAM,
                    "The program failed on line 15.",
                    "It needs two arguments and got one.",
                    "Set n and seed.",
                    """
                    Traceback (most recent call last):
                      File "dedupe.py", line 21, in <module>
                        main()
                      File "dedupe.py", line 15, in main
                        n, seed = int(sys.argv[1]), int(sys.argv[2])
                    IndexError: list index out of range
                    """);
    private static final Problem MISSING =
            new Problem(
                    Problem.Kind.MISSING,
                    "The package line_profiler is not installed in /home/ada/projects/orders/.venv.",
                    "Hits and times of each line cannot be counted without it, but everything else"
                            + " works: the outside sampler needs no package, and trials never do.",
                    "Install it with pip in that environment, or go on with the outside sampler.",
                    "");

    private final List<String> asked = new ArrayList<>();
    private final ProblemViewModel model = new ProblemViewModel();
    private Region banner;
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        banner = Fx.get(() -> (Region) Views.load(new ProblemController(model)));
        stage = Fx.get(() -> Screens.show(new VBox(banner, new Region()), 1376, 400));
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private Button button(String selector) {
        return (Button) stage.getScene().lookup(selector);
    }

    private String text(String selector) {
        return ((TextInputControl) stage.getScene().lookup(selector)).getText();
    }

    @Test
    void takesNoRoomWithoutAProblem() throws InterruptedException {
        assertFalse(Fx.get(() -> banner.isManaged() || banner.isVisible()));
    }

    @Test
    void saysWhatHappenedAndWhatToDo() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    model.show(FAILED, new Remedy("Open arguments", () -> asked.add("arguments")));
                    ((ToggleButton) stage.getScene().lookup("#more")).fire();
                });
        Screens.shoot(stage, "problem");
        Fx.run(
                () -> {
                    assertEquals("The program failed on line 15.", text("#what"));
                    assertEquals(
                            "It needs two arguments and got one. Set n and seed.",
                            text("#meaning"));
                    assertTrue(text("#details").endsWith("IndexError: list index out of range"));
                    assertTrue(stage.getScene().lookup("#details").isVisible());
                    button("#remedies .button").fire();
                });
        assertEquals(List.of("arguments"), asked);
        assertFalse(Fx.get(banner::isVisible));
    }

    @Test
    void wrapsAndComesBackToTheOneBefore() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    stage.setWidth(520);
                    model.show(FAILED);
                    model.show(MISSING);
                });
        Screens.shoot(stage, "problem-narrow");
        Fx.run(
                () -> {
                    var meaning = (Region) stage.getScene().lookup("#meaning");
                    assertTrue(meaning.getHeight() > 50, "it wraps: " + meaning.getHeight());
                    assertFalse(stage.getScene().lookup("#more").isVisible(), "no details");
                    assertEquals("1 more", model.moreProperty().get());
                    button("#close").fire();
                    assertEquals("The program failed on line 15.", text("#what"));
                    button("#close").fire();
                });
        assertFalse(Fx.get(banner::isVisible));
    }

    @Test
    void copiesAllOfIt() throws InterruptedException {
        Problem mistake = Failures.problem(new IllegalStateException("no such row"));
        Fx.run(
                () -> {
                    model.show(mistake);
                    button("#copy").fire();
                    String copied = Clipboard.getSystemClipboard().getString();
                    assertTrue(
                            copied.startsWith(
                                    "Pareto made a mistake. Your program and your files are as they"
                                            + " were. Try again; copy the details to report it.\n\n"
                                            + "java.lang.IllegalStateException: no such row\n"),
                            copied);
                });
    }

    @Test
    void showsTheSameProblemOnce() throws InterruptedException {
        Fx.run(
                () -> {
                    model.show(MISSING);
                    model.show(FAILED);
                    model.show(MISSING);
                    assertEquals("1 more", model.moreProperty().get());
                    model.clear();
                    assertEquals("", model.moreProperty().get());
                });
    }
}
