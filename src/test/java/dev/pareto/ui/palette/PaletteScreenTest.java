package dev.pareto.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pareto.ui.Screens;
import dev.pareto.ui.fx.Action;
import dev.pareto.ui.fx.Actions;
import dev.pareto.ui.fx.Fx;
import dev.pareto.ui.fx.Views;

import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(Fx.class)
class PaletteScreenTest {
    private final List<String> asked = new ArrayList<>();
    private final Actions actions = new Actions();
    private final PaletteViewModel model = new PaletteViewModel(actions);
    private Stage stage;

    @BeforeEach
    void show() throws InterruptedException {
        for (Action action : List.of(Action.RUN, Action.MEASURE, Action.NEXT_HOTSPOT)) {
            actions.set(action, () -> asked.add(action.name()));
        }
        stage =
                Fx.get(
                        () -> {
                            model.open();
                            var palette =
                                    Views.load(
                                            new PaletteController(model, () -> asked.add("close")));
                            return Screens.show(new StackPane((Region) palette), 700, 480);
                        });
    }

    @AfterEach
    void close() throws InterruptedException {
        Fx.run(stage::close);
    }

    private void type(String text) {
        ((TextField) stage.getScene().lookup("#filter")).setText(text);
    }

    private void press(KeyCode code) {
        var field = stage.getScene().lookup("#filter");
        Event.fireEvent(
                field,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void hasWhatIsTypedGoIntoTheFilter() throws InterruptedException {
        var scene = stage.getScene();
        Fx.run(() -> scene.getRoot().getChildrenUnmodifiable().getFirst().requestFocus());
        assertEquals(scene.lookup("#filter"), Fx.get(scene::getFocusOwner));
    }

    @Test
    void listsWhatIsPossibleFirstAndFindsByTheStartsOfWords()
            throws InterruptedException, IOException {
        Screens.shoot(stage, "palette");
        Fx.run(
                () -> {
                    assertEquals(
                            List.of(Action.RUN, Action.MEASURE, Action.NEXT_HOTSPOT),
                            model.rows().stream()
                                    .filter(PaletteRow::possible)
                                    .map(PaletteRow::action)
                                    .toList());
                    assertTrue(model.rows().getFirst().possible());
                    type("hot n");
                    assertEquals(List.of(new PaletteRow(Action.NEXT_HOTSPOT, true)), model.rows());
                    type("nothing like it");
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                });
        var words = Fx.get(() -> Screens.texts(stage.getScene().getRoot()));
        assertTrue(words.contains("No action has such a name."), words::toString);
    }

    @Test
    void doesTheSelectedActionAfterItIsGone() throws InterruptedException {
        Fx.run(
                () -> {
                    press(KeyCode.DOWN);
                    press(KeyCode.ENTER);
                });
        assertEquals(List.of("close", "MEASURE"), asked);
    }

    @Test
    void doesNothingThatIsNotPossibleNow() throws InterruptedException {
        Fx.run(
                () -> {
                    type("quit");
                    assertFalse(model.rows().getFirst().possible());
                    press(KeyCode.ENTER);
                    press(KeyCode.ESCAPE);
                });
        assertEquals(List.of("close"), asked);
    }
}
