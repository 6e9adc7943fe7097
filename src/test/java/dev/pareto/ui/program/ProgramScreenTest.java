package dev.pareto.ui.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.profile.EngineKind;
import dev.pareto.program.Argument;
import dev.pareto.program.Input;
import dev.pareto.program.Interpreter;
import dev.pareto.program.Program;
import dev.pareto.program.Stdin;
import dev.pareto.program.Target;
import dev.pareto.python.Limits;
import dev.pareto.ui.Samples;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.PathChooser;
import dev.pareto.ui.fx.Views;
import dev.pareto.workbench.Snapshot;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ExtendWith(Fx.class)
class ProgramScreenTest {
    private static final Path ROOT = Path.of("/home/ada/05-containers");
    private static final Path CHOSEN = Path.of("/chosen");
    private static final Interpreter VENV = interpreter("3.13.0", ROOT.resolve(".venv"));
    private static final Interpreter OLD = interpreter("3.11.7", null);

    private final List<Object> asked = new ArrayList<>();
    private final ProgramViewModel model = new ProgramViewModel();
    private final Actions actions = new Actions();
    private final ProgramActions asks =
            new ProgramActions(
                    asked::add,
                    asked::add,
                    asked::add,
                    asked::add,
                    asked::add,
                    asked::add,
                    asked::add);
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        for (Action action : List.of(Action.RUN, Action.PROFILE, Action.MEASURE)) {
            actions.set(action, () -> asked.add(action));
        }
        var controller = new ProgramController(model, asks, actions, new Answers());
        stage =
                Fx.get(
                        () -> {
                            model.interpreters().setAll(VENV, OLD);
                            model.runsProperty().set("22+ runs");
                            return Screens.show((Region) Views.load(controller), 1376, 90);
                        });
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(
                () -> {
                    model.detailsProperty().set(false);
                    stage.close();
                });
    }

    /// The window at 200 % on a screen of 1440 pixels.
    @Test
    void keepsItsButtonsInsideWhereItIsTight() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    model.show(program(Samples.INPUT), Limits.own());
                    stage.setWidth(672);
                });
        Screens.shoot(stage, "program-tight");
        double end =
                Fx.get(
                        () -> {
                            var measure = stage.getScene().lookup(".button.accent");
                            return measure.localToScene(measure.getBoundsInLocal()).getMaxX();
                        });
        assertTrue(end <= 672, "Measure ends at " + end);
    }

    @Test
    void showsWhatIsStartedWithWhat() throws InterruptedException, IOException {
        Fx.run(() -> model.show(program(Samples.INPUT), Limits.own()));
        Screens.shoot(stage, "program");
        var words = texts();
        assertTrue(
                words.containsAll(
                        List.of(
                                "05-containers",
                                "dedupe.py",
                                "Arguments",
                                "n",
                                "12000",
                                "seed",
                                "7",
                                "workshop",
                                "CPython 3.13.0",
                                ".venv",
                                "Outside",
                                "F6",
                                "22+ runs",
                                "F7")),
                words::toString);
    }

    @Test
    void namesInputAndInterpreterOnOneButtonWhereItIsNarrow()
            throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    stage.setWidth(952);
                    model.show(program(Samples.INPUT), Limits.own());
                });
        Screens.shoot(stage, "program-narrow");
        var words = texts();
        assertTrue(words.contains("CPython 3.13.0, workshop"), words::toString);
        assertFalse(words.contains("05-containers"));
    }

    @Test
    void scrollsArgumentsThatDoNotFit() throws InterruptedException, IOException {
        var many = new ArrayList<Argument>();
        for (int i = 0; i < 30; i++) {
            many.add(Argument.plain("--option-" + i));
        }
        Fx.run(() -> model.show(program(new Input("many", many, Stdin.EMPTY)), Limits.own()));
        Screens.shoot(stage, "program-many");
        var measure = (Region) node("#measure");
        assertTrue(
                Fx.get(() -> measure.localToScene(measure.getBoundsInLocal()).getMaxX()) <= 1376);
    }

    @Test
    void editsArgumentsInPlaceAndKeepsWhatTheyMean() throws InterruptedException, IOException {
        Fx.run(() -> model.show(program(Samples.INPUT), Limits.own()));
        Fx.run(() -> ((Button) node(".pencil")).fire());
        var text = (TextField) node(".arguments .text-field");
        assertEquals("12000 7", text.getText());
        Fx.run(() -> text.setText("12000 'half"));
        Fx.run(() -> text.fireEvent(new ActionEvent()));
        assertEquals(
                "The quote ' at character 7 is never closed. Close it, or put a backslash before"
                        + " it.",
                ((Label) node("#problem")).getText());
        Screens.shoot(stage, "program-quote");
        assertEquals(List.of(), asked);
        Fx.run(() -> text.setText("500 '8 9'"));
        Fx.run(() -> text.fireEvent(new ActionEvent()));
        assertEquals(
                List.of(
                        new Input(
                                "workshop",
                                List.of(
                                        new Argument("500", Argument.Role.SIZE),
                                        new Argument("8 9", Argument.Role.SEED)),
                                Stdin.EMPTY)),
                asked);
    }

    @Test
    void marksAnArgumentAsTheSize() throws InterruptedException {
        var plain = new Input("a", List.of(Argument.plain("-n"), Argument.plain("5")), Stdin.EMPTY);
        Fx.run(() -> model.show(program(plain), Limits.own()));
        Fx.run(
                () -> {
                    var chips = stage.getScene().getRoot().lookupAll(".argument-chip");
                    var last = (Button) List.copyOf(chips).get(1);
                    last.getContextMenu().getItems().get(1).fire();
                });
        assertEquals(
                List.of(
                        new Input(
                                "a",
                                List.of(
                                        Argument.plain("-n"),
                                        new Argument("5", Argument.Role.SIZE)),
                                Stdin.EMPTY)),
                asked);
    }

    @Test
    void startsWhatItsButtonsSay() throws InterruptedException {
        Fx.run(
                () -> {
                    model.show(program(Samples.INPUT), Limits.own());
                    ((ButtonBase) node("#run")).fire();
                    ((ButtonBase) node("#measure")).fire();
                    ((SplitMenuButton) node("#profile")).getItems().get(2).fire();
                });
        assertEquals(List.of(Action.RUN, Action.MEASURE, Action.PROFILE), asked);
        assertEquals(EngineKind.CPROFILE, model.engineProperty().get());
    }

    @Test
    void choosesFromItsMenus() throws InterruptedException {
        Fx.run(
                () -> {
                    model.show(program(Samples.INPUT), Limits.own());
                    ((MenuButton) node("#entry")).getItems().get(1).fire();
                    ((MenuButton) node("#interpreter")).getItems().get(1).fire();
                    ((MenuButton) node("#interpreter")).getItems().getLast().fire();
                    ((MenuButton) node("#input")).getItems().getFirst().fire();
                });
        assertEquals(List.of(new Target.Script("orders.py"), OLD, CHOSEN), asked);
    }

    @Test
    void opensTheDetailsAndUsesOnlyWhatWasChanged() throws InterruptedException, IOException {
        Fx.run(
                () -> {
                    model.show(program(Samples.INPUT), Limits.own());
                    model.detailsProperty().set(true);
                });
        assertEquals(1, Fx.get(() -> popups().size()));
        Fx.run(() -> model.detailsProperty().set(false));
        assertEquals(0, Fx.get(() -> popups().size()));

        var form =
                Fx.get(
                        () -> {
                            var details =
                                    new DetailsController(model, asks, new Answers(), () -> {});
                            return Screens.show((Region) Views.load(details), 460, 640);
                        });
        Screens.shoot(form, "program-details");
        Fx.run(
                () -> {
                    ((TextField) form.getScene().lookup("#folder")).setText("/nowhere");
                    ((Button) form.getScene().lookup("#use")).fire();
                });
        Screens.shoot(form, "program-details-wrong");
        assertEquals(
                "There is no folder \"/nowhere\". Choose one that exists.",
                ((Label) form.getScene().lookup("#problem")).getText());
        Fx.run(
                () -> {
                    ((TextField) form.getScene().lookup("#folder")).setText("/");
                    ((Button) form.getScene().lookup("#use")).fire();
                    form.close();
                });
        assertEquals(List.of(Path.of("/")), asked);
    }

    private static List<Window> popups() {
        return Window.getWindows().stream().filter(w -> !(w instanceof Stage)).toList();
    }

    private javafx.scene.Node node(String selector) {
        return java.util.Objects.requireNonNull(
                stage.getScene().getRoot().lookup(selector), selector);
    }

    private List<String> texts() throws InterruptedException {
        return Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
    }

    private static Snapshot program(Input input) {
        return new Snapshot(
                new Program(
                        ROOT,
                        new Target.Script("dedupe.py"),
                        VENV,
                        ROOT,
                        Map.of(),
                        Program.Trust.OWN),
                List.of(input),
                input,
                List.of("dedupe.py", "orders.py"),
                Samples.variants(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static Interpreter interpreter(
            String version, @org.jspecify.annotations.Nullable Path environment) {
        Path base = Path.of("/opt/python/" + version + "/bin/python3");
        return new Interpreter(
                environment == null ? base : environment.resolve("bin/python"),
                base,
                version,
                "CPython",
                environment);
    }

    /// A person who always chooses the same.
    private static final class Answers implements PathChooser {
        @Override
        public Optional<Path> file(
                Window owner, String title, @org.jspecify.annotations.Nullable Path start) {
            return Optional.of(CHOSEN);
        }

        @Override
        public Optional<Path> folder(
                Window owner, String title, @org.jspecify.annotations.Nullable Path start) {
            return Optional.of(CHOSEN);
        }
    }
}
