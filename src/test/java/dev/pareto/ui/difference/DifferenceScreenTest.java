package dev.pareto.ui.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.SampleProfiles;
import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(Fx.class)
class DifferenceScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final DifferenceViewModel model = new DifferenceViewModel();
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        var controller =
                new DifferenceController(
                        model,
                        new DifferenceActions(
                                () -> asked.add("choose"),
                                () -> asked.add("open"),
                                () -> asked.add("profile"),
                                (path, line) -> asked.add(path + ":" + line)));
        stage = Fx.get(() -> Screens.show((Region) Views.load(controller), 980, 460));
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
                    return Screens.texts(stage.getScene().getRoot());
                });
    }

    private void compare() throws InterruptedException {
        Fx.run(
                () ->
                        model.show(
                                SampleProfiles.baseline(),
                                "baseline",
                                SampleProfiles.withSet(),
                                "set lookup",
                                true));
    }

    @Test
    void tellsExactlyWhatEachFunctionTookBeforeAndAfter() throws InterruptedException, IOException {
        compare();
        Screens.shoot(stage, "difference");
        var words = words();
        assertTrue(
                words.containsAll(
                        List.of(
                                "baseline took 0.482 s, set lookup takes 43.7 ms: -0.438 s",
                                "first_of_each",
                                "0.442 s",
                                "4.10 ms",
                                "-0.438 s",
                                "takes less",
                                "main",
                                "gone",
                                "load_orders",
                                "no difference")),
                words::toString);
    }

    @Test
    void goesToAFunctionByTheKeyboardAndShowsOwnCodeAlone() throws InterruptedException {
        compare();
        Fx.run(() -> ((CheckBox) stage.getScene().lookup(".check-box")).setSelected(true));
        var words = words();
        assertEquals(false, words.contains("Random.randrange"), words::toString);
        Fx.run(
                () -> {
                    var table = (TableView<?>) stage.getScene().lookup(".table-view");
                    table.getSelectionModel().select(0);
                    table.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.ENTER,
                                    false,
                                    false,
                                    false,
                                    false));
                });
        assertEquals(List.of("dedupe.py:6"), asked);
    }

    @Test
    void saysWhatToDoWhereThereIsNothingToCompare() throws InterruptedException {
        press("No profile yet");
        Fx.run(() -> model.show(null, "", SampleProfiles.baseline(), "baseline", false));
        press("One profile only");
        Fx.run(() -> model.show(null, "", SampleProfiles.baseline(), "baseline", true));
        press("Nothing to set it against was chosen");
        assertEquals(List.of("profile", "open", "choose"), asked);
    }

    private void press(String title) throws InterruptedException {
        var words = words();
        assertTrue(words.contains(title), words::toString);
        Fx.run(() -> ((Button) stage.getScene().lookup(".notice .button")).fire());
    }
}
